import { AccountModel } from "#server/accounts/account-model.ts";
import { recordReading } from "#server/accounts/record-audit.ts";
import { findOwnCompany } from "#server/companies/find-company.ts";
import { now } from "#server/platform/clock.ts";
import type { Company } from "#shared/companies/company.ts";
import { type AnonymousCv, anonymousCv } from "#shared/cvs/anonymous-cv.ts";
import type { ContactRequest } from "#shared/cvs/contact-request.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { type CvSight, type Ties, viewOf } from "#shared/cvs/cv-rules.ts";
import { isStaff, type Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { ContactRequestModel, toContactRequest } from "./contact-request-model.ts";
import { countLook } from "./count-look.ts";
import { CvModel, toCv } from "./cv-model.ts";
import { CvViewModel } from "./cv-view-model.ts";

/** The person behind a CV, for those who may know. */
export type CvPerson = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
};

export type OpenedCv =
  | { readonly sight: "anonymous"; readonly cv: AnonymousCv; readonly request: ContactRequest | null }
  | { readonly sight: "named"; readonly cv: Cv; readonly person: CvPerson; readonly request: ContactRequest | null };

export type SeenCv = {
  readonly cv: Cv;
  readonly sight: Exclude<CvSight, null>;
  readonly company: Company | null;
  readonly request: ContactRequest | null;
  readonly ties: Ties;
};

/** A CV as this actor may see it, without counting the look. @throws Failure "missing" when they may not */
export const seeCv = async (actor: Member, cvId: string): Promise<SeenCv> => {
  const [document, company] = await Promise.all([CvModel.findById(cvId).lean(), findOwnCompany(actor)]);
  if (document === null) throw new Failure("missing", "missing-page");
  const asked = company && (await ContactRequestModel.findOne({ cvId, companyId: company.id }).lean());
  const request = asked ? toContactRequest(asked) : null;
  const ties = { company, contactAccepted: request?.status === "accepted" };
  const cv = toCv(document);
  const sight = viewOf(cv, actor, ties);
  if (sight === null) throw new Failure("missing", "missing-page");
  return { cv, sight, company, request, ties };
};

/** Opens a CV: counted against the day's quota, written in the person's journal, then shown. */
export const openCv = async (actor: Member, cvId: string): Promise<OpenedCv> => {
  const { cv, sight, company, request } = await seeCv(actor, cvId);
  if (!isStaff(actor)) await countLook(actor.accountId, cvId);
  await CvViewModel.create({
    cvId,
    accountId: cv.accountId,
    viewerId: actor.accountId,
    companyId: company?.id ?? null,
    companyName: company?.name ?? null,
    at: now(),
    kind: isStaff(actor) ? "staff" : sight,
  });
  await recordReading(actor, cv.accountId, "cv");
  if (sight === "anonymous") return { sight, cv: anonymousCv(cv), request };
  return { sight, cv, person: await personOf(cv.accountId), request };
};

export const personOf = async (accountId: string): Promise<CvPerson> => {
  const account = await AccountModel.findById(accountId, { firstName: 1, lastName: 1, email: 1, phone: 1 }).lean();
  if (account === null) throw new Failure("missing", "missing-page");
  const { firstName, lastName, email, phone } = account;
  return { firstName, lastName, email, phone };
};
