import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import type { Application } from "#shared/applications/application.ts";
import { canReadApplicationCv } from "#shared/applications/application-rules.ts";
import type { Applicant } from "#shared/applications/application-sights.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";

export type ReadApplicant = { readonly contact: Applicant; readonly cv: Cv | null };

/** The CV and the contact that came with an application; null once the person took them back. */
export const readApplicant = async (actor: Member, application: Application): Promise<ReadApplicant | null> => {
  if (!canReadApplicationCv(actor, application)) return null;
  const [account, cv] = await Promise.all([
    AccountModel.findById(application.accountId, { email: 1, phone: 1 }).lean(),
    CvModel.findOne({ _id: application.cvId, status: "active" }).lean(),
  ]);
  return account && { contact: { email: account.email, phone: account.phone }, cv: cv && toCv(cv) };
};
