import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { rankCvsForOffer } from "#server/matching/rank-cvs-for-offer.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { takesRegistrations } from "#shared/events/job-dating-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { findToRun } from "./find-job-dating.ts";
import { JobDatingModel } from "./job-dating-model.ts";
import { toObjectIds } from "./run-job-dating.ts";

/** Invites one person by the address of their account. Whoever shut out every company there is not asked. */
export const invitePerson = async (actor: Member, jobDatingId: string, email: string): Promise<{ invited: number }> => {
  const dating = await findToRun(actor, jobDatingId);
  refuseOver(dating);
  const account = await AccountModel.findOne({ email, role: "candidate", status: "active" }, { _id: 1 }).lean();
  if (!account) throw wrongField("email", "no-such-candidate");
  const accountId = account._id.toHexString();
  if (dating.invitedIds.includes(accountId)) throw wrongField("email", "already-invited");
  if (await shutOutAll(dating, accountId)) throw wrongField("email", "shut-out");
  return invite(dating, [accountId]);
};

/** Invites the best matches of each offer of the job dating; the ranking leaves out those who shut a company out. */
export const inviteByMatch = async (
  actor: Member,
  jobDatingId: string,
  perOffer: number,
): Promise<{ invited: number }> => {
  const dating = await findToRun(actor, jobDatingId);
  refuseOver(dating);
  const ids = dating.companies.flatMap(({ offerIds }) => offerIds);
  if (ids.length === 0) throw new Failure("conflict", "no-offer-to-match");
  const offers = (await OfferModel.find({ _id: anyOf(ids) }).lean()).map(toOffer);
  const found = new Set<string>();
  for (const offer of offers)
    for (const { accountId } of (await rankCvsForOffer(offer, { limit: perOffer })).ranked) found.add(accountId);
  return invite(
    dating,
    [...found].filter((accountId) => !dating.invitedIds.includes(accountId)),
  );
};

const refuseOver = (dating: JobDating): void => {
  if (dating.status === "draft") return;
  if (!takesRegistrations(dating, now())) throw new Failure("conflict", "registrations-closed");
};

const shutOutAll = async ({ companies }: JobDating, accountId: string): Promise<boolean> => {
  const cv = await CvModel.findOne({ accountId }, { blockedCompanyIds: 1 }).lean();
  const blocked = new Set((cv?.blockedCompanyIds ?? []).map((one) => one.toHexString()));
  return companies.length > 0 && companies.every(({ companyId }) => blocked.has(companyId));
};

/** While it is a draft nobody is told: the mails leave when it is published. */
const invite = async (dating: JobDating, accountIds: readonly string[]): Promise<{ invited: number }> => {
  if (accountIds.length === 0) return { invited: 0 };
  await JobDatingModel.updateOne(
    { _id: dating.id },
    {
      $addToSet: { invitedIds: { $each: toObjectIds(accountIds) } },
      $inc: { version: 1 },
      $set: { updatedAt: now() },
      ...(dating.status === "published" ? { $push: { effects: owe("invite") } } : {}),
    },
  );
  await enqueue(settleJob("jobDatings"), { id: dating.id });
  return { invited: accountIds.length };
};
