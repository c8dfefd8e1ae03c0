import type { Types } from "mongoose";
import { type CompanyDocument, CompanyModel, withLists } from "#server/companies/company-model.ts";
import { absorb } from "#server/companies/merge/absorb-file.ts";
import { type CompanyMergeDocument, CompanyMergeModel } from "#server/companies/merge/merge-model.ts";
import type { MovingPart, Way } from "#server/companies/merge/moving-part.ts";
import { separate } from "#server/companies/merge/separate-files.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { lessThan } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { PerformEffect } from "#workers/settle.ts";

/**
 * Makes two files one. What names the file that goes is written down before it is moved; the kept file takes all the
 * other holds; then the other goes, whole, into the merge itself. Each step finds what an earlier try left.
 */
export const runMerge =
  (parts: readonly MovingPart[]): PerformEffect =>
  async (mergeId) => {
    const merge = await CompanyMergeModel.findById(mergeId).lean();
    if (merge?.status !== "merging") return;
    const way = { from: merge.goneId.toHexString(), to: merge.keptId.toHexString() };
    await moveAll(mergeId, parts, way);
    await takeOver(merge);
    await moveAll(mergeId, parts, way); // what came while the file was still there
    await takeSiret(merge);
    await CompanyMergeModel.updateOne(
      { _id: mergeId, status: "merging" },
      { $set: { status: "merged" }, $unset: { busyIds: 1 } },
    );
    sendSignal("staff", "company-changed", { companyId: way.to });
  };

const moveAll = async (mergeId: string, parts: readonly MovingPart[], way: Way): Promise<void> => {
  for (const part of parts)
    for (const thingId of await part.find(way)) {
      await CompanyMergeModel.updateOne({ _id: mergeId }, { $addToSet: { moved: { part: part.name, thingId } } });
      await part.move(thingId, way);
    }
};

/** Somebody may be writing on either file: it is read again until nothing moved in between. */
const mostTries = 20;

const takeOver = async ({ _id, keptId, goneId, officerId }: CompanyMergeDocument): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const [kept, gone] = await Promise.all([read(keptId), read(goneId)]);
    if (!kept) throw new Error("the kept file is not there");
    if (!gone) return; // gone at an earlier try
    const { set, takenIds, filled } = absorb({ kept, gone }, { mergeId: _id.toHexString(), officerId });
    await CompanyMergeModel.updateOne(
      { _id },
      { $set: { gone }, $addToSet: { takenIds: { $each: takenIds }, filled: { $each: filled } } },
    );
    if (!(await change(kept, set))) continue;
    const left = await CompanyModel.deleteOne({ _id: goneId, updatedAt: gone.updatedAt });
    if (left.deletedCount === 1) return;
  }
  throw new Error("the two files never stood still");
};

const read = async (companyId: Types.ObjectId): Promise<CompanyDocument | null> => {
  const company = await CompanyModel.findById(companyId).lean<CompanyDocument>();
  return company && withLists(company);
};

const change = async (company: CompanyDocument, set: Partial<CompanyDocument>): Promise<boolean> => {
  const changed = await CompanyModel.updateOne(
    { _id: company._id, updatedAt: company.updatedAt },
    { $set: { ...set, updatedAt: new Date(Math.max(now().getTime(), company.updatedAt.getTime() + 1)) } },
  );
  return changed.matchedCount === 1;
};

/** The SIRET is free once its file went; offers that waited for a verified company come out. */
const takeSiret = async ({ _id, keptId }: CompanyMergeDocument): Promise<void> => {
  const merge = await CompanyMergeModel.findById(_id).lean();
  const siret = merge?.gone?.siret ?? null;
  if (siret !== null) {
    try {
      const taken = await CompanyModel.updateOne({ _id: keptId, siret: null }, { $set: { siret } });
      if (taken.matchedCount === 1) await CompanyMergeModel.updateOne({ _id }, { $addToSet: { filled: "siret" } });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  await CompanyModel.updateOne({ _id: keptId, status: "verified" }, { $push: { effects: owe("offers", "verified") } });
  await enqueue(settleJob("companies"), { id: keptId.toHexString() });
};

/** Makes them two again, with what each should hold. */
export const runUnmerge =
  (parts: readonly MovingPart[]): PerformEffect =>
  async (mergeId) => {
    const merge = await CompanyMergeModel.findById(mergeId).lean();
    if (merge?.status !== "undoing") return;
    await giveBack(merge);
    const back = { from: merge.keptId.toHexString(), to: merge.goneId.toHexString() };
    for (const part of parts)
      for (const { thingId } of merge.moved.filter((one) => one.part === part.name))
        await part.move(thingId.toHexString(), back);
    await CompanyMergeModel.updateOne(
      { _id: mergeId },
      { $set: { status: "undone", gone: null, moved: [] }, $unset: { busyIds: 1 } },
    );
    sendSignal("staff", "company-changed", { companyId: back.from });
  };

const giveBack = async ({ _id }: CompanyMergeDocument): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const merge = await CompanyMergeModel.findById(_id).lean<CompanyMergeDocument>();
    const kept = merge && (await read(merge.keptId));
    if (!merge?.gone || !kept) throw new Error("nothing to give back");
    if (!(await wasPrepared(merge, kept))) continue;
    await restore(merge);
    return;
  }
  throw new Error("the kept file never stood still");
};

/** Writes down the two files as they will be, then cuts the kept one: a later try sees that the cut was made. */
const wasPrepared = async (merge: CompanyMergeDocument, kept: CompanyDocument): Promise<boolean> => {
  const { gone, takenIds, filled, seenAt } = merge;
  if (gone === null) return false;
  if (seenAt !== null && holdsNothingOf(kept, takenIds)) return true;
  const parted = separate({ kept, gone, takenIds, filled });
  await CompanyMergeModel.updateOne({ _id: merge._id }, { $set: { gone: parted.gone, seenAt: kept.updatedAt } });
  merge.gone = parted.gone;
  return change(kept, parted.kept);
};

/** The note that says they became one is always among what was taken, and nobody can remove a note. */
const holdsNothingOf = (kept: CompanyDocument, takenIds: readonly Types.ObjectId[]): boolean =>
  !kept.notes.some(({ id }) => takenIds.some((taken) => taken.equals(id)));

const restore = async ({ gone }: CompanyMergeDocument): Promise<void> => {
  if (gone === null) return;
  try {
    await CompanyModel.create({ ...gone, updatedAt: now() });
  } catch (error) {
    if (!isDuplicate(error) || !(await CompanyModel.exists({ _id: gone._id }))) throw error;
  }
};

/** Their day is over: what was kept to undo them goes. */
export const closeMerges = async (): Promise<void> => {
  await CompanyMergeModel.updateMany(
    { status: "merged", undoUntil: lessThan(now()) },
    { $set: { status: "closed", gone: null, moved: [], takenIds: [] } },
  );
};
