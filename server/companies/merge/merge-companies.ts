import { Types } from "mongoose";
import { CompanyModel } from "#server/companies/company-model.ts";
import { findCompany } from "#server/companies/find-company.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf, moreThan } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Company } from "#shared/companies/company.ts";
import { type CompanyMerge, undoHours } from "#shared/companies/company-merge.ts";
import { canKeepCompanySheet } from "#shared/companies/company-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CompanyMergeModel, toCompanyMerge } from "./merge-model.ts";
import type { MovingPart } from "./moving-part.ts";

export type Pair = { readonly companyId: string; readonly otherId: string };
type Asked = Pair & { readonly keptId: string; readonly shownOne: string; readonly shownOther: string };

/** Both files of a pair, for an officer. */
export const readPair = async (actor: Member, { companyId, otherId }: Pair): Promise<[Company, Company]> => {
  refuseOthers(actor);
  if (companyId === otherId) throw new Failure("missing", "missing-page");
  return [await findCompany(companyId), await findCompany(otherId)];
};

/** Asks for two files to be one. The workers do it, and end it whatever happens; pressed twice is once. */
export const mergeCompanies = async (actor: Member, asked: Asked, parts: readonly MovingPart[]): Promise<void> => {
  const [one, other] = await readPair(actor, asked);
  const [kept, gone] = asked.keptId === other.id ? [other, one] : [one, other];
  if (asked.keptId !== kept.id) throw new Failure("missing", "missing-page");
  if (one.updatedAt !== asked.shownOne || other.updatedAt !== asked.shownOther)
    throw new Failure("conflict", "stale-form");
  await refuseMerge(kept, gone, parts);
  const created = await unlessBusy(
    CompanyMergeModel.create({
      keptId: new Types.ObjectId(kept.id),
      goneId: new Types.ObjectId(gone.id),
      keptName: kept.name,
      goneName: gone.name,
      status: "merging",
      officerId: new Types.ObjectId(actor.accountId),
      createdAt: now(),
      undoUntil: new Date(now().getTime() + undoHours * 3_600_000),
      effects: [owe("merge")],
      busyIds: [new Types.ObjectId(kept.id), new Types.ObjectId(gone.id)],
    }),
  );
  await enqueue(settleJob("companyMerges"), { id: created._id.toHexString() });
};

const refuseMerge = async (kept: Company, gone: Company, parts: readonly MovingPart[]): Promise<void> => {
  if (kept.status === "refused" || gone.status === "refused") throw new Failure("conflict", "refused-company");
  if (kept.status === "pending" && gone.status === "verified") throw new Failure("conflict", "keep-the-verified-one");
  for (const part of parts) {
    const why = await part.refuses?.({ from: gone.id, to: kept.id });
    if (why) throw new Failure("conflict", why);
  }
};

/** The index of the files at work refuses a second work on either. */
const unlessBusy = <Written>(write: PromiseLike<Written>): Promise<Written> =>
  Promise.resolve(write).catch((error: unknown) => {
    throw isDuplicate(error) ? new Failure("conflict", "merge-under-way") : error;
  });

/** They are two companies: said once, proposed no more. */
export const setApart = async (actor: Member, { companyId, otherId }: Pair): Promise<void> => {
  await readPair(actor, { companyId, otherId });
  await CompanyModel.updateOne({ _id: companyId }, { $addToSet: { otherIds: new Types.ObjectId(otherId) } });
};

/** Gives back the file that was kept. */
export const undoMerge = async (actor: Member, mergeId: string): Promise<CompanyMerge> => {
  refuseOthers(actor);
  const document = await CompanyMergeModel.findById(mergeId).lean();
  if (!document) throw new Failure("missing", "missing-page");
  const merge = toCompanyMerge(document);
  if (merge.status === "undoing" || merge.status === "undone") return merge; // pressed twice
  if (new Date(merge.undoUntil) < now() || merge.status === "closed") throw new Failure("conflict", "merge-is-closed");
  const { keptId, goneId } = document;
  const undone = await unlessBusy(
    CompanyMergeModel.updateOne(
      { _id: mergeId, status: "merged" },
      { $set: { status: "undoing", busyIds: [keptId, goneId] }, $push: { effects: owe("unmerge") } },
    ),
  );
  if (undone.matchedCount === 0) throw new Failure("conflict", "merge-under-way");
  await enqueue(settleJob("companyMerges"), { id: mergeId });
  return merge;
};

/** The last merge of a file that can still be undone, or is under way. */
export const openMergeOf = async (companyId: string): Promise<CompanyMerge | null> => {
  const found = await CompanyMergeModel.findOne(
    { keptId: companyId, status: anyOf(["merging", "merged", "undoing"]), undoUntil: moreThan(now()) },
    { gone: 0 },
  )
    .sort({ createdAt: -1 })
    .lean();
  return found ? toCompanyMerge(found) : null;
};

/** Where the file of a company that went is now; null when it never was in a merge. */
export const keptInsteadOf = async (companyId: string): Promise<string | null> => {
  const found = await CompanyMergeModel.findOne(
    { goneId: companyId, status: anyOf(["merging", "merged", "closed"]) },
    { keptId: 1 },
  )
    .sort({ createdAt: -1 })
    .lean();
  return found ? found.keptId.toHexString() : null;
};

const refuseOthers = (actor: Member): void => {
  if (!canKeepCompanySheet(actor)) throw new Failure("missing", "missing-page");
};
