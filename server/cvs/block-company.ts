import { CompanyModel } from "#server/companies/company-model.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CvModel } from "./cv-model.ts";

/** Shuts a company out of a person's CV, or lets it in again. Twice is once. */
export const blockCompany = async (
  actor: Member,
  { companyId, blocked }: { companyId: string; blocked: boolean },
): Promise<void> => {
  if (!(await CompanyModel.exists({ _id: companyId }))) throw new Failure("missing", "missing-page");
  const list = { blockedCompanyIds: companyId };
  const changed = await CvModel.findOneAndUpdate(
    { accountId: actor.accountId },
    {
      ...(blocked ? { $addToSet: list } : { $pull: list }),
      $set: { updatedAt: now() },
      $inc: { version: 1 },
      $push: { effects: owe("match") },
    },
    { projection: { _id: 1 } },
  ).lean();
  if (changed === null) throw new Failure("conflict", "no-cv-yet");
  await enqueue(settleJob("cvs"), { id: changed._id.toHexString() });
};

export type NamedCompany = { readonly id: string; readonly name: string };

export const namesOfCompanies = async (ids: readonly string[]): Promise<NamedCompany[]> => {
  const companies = await CompanyModel.find({ _id: anyOf(ids) }, { name: 1 }).lean();
  return companies.map(({ _id, name }) => ({ id: _id.toHexString(), name }));
};
