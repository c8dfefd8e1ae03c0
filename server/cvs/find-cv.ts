import type { Cv } from "#shared/cvs/cv.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { CvModel, toCv } from "./cv-model.ts";

/** A person's own CV, withdrawn or not; null before the first one. */
export const findCvOf = async (accountId: string): Promise<Cv | null> => {
  const document = await CvModel.findOne({ accountId }).lean();
  return document ? toCv(document) : null;
};

/** For what needs one. */
export const cvOf = async (accountId: string): Promise<Cv> => {
  const cv = await findCvOf(accountId);
  if (cv === null) throw new Failure("conflict", "no-cv-yet");
  return cv;
};
