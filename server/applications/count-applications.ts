import { Types } from "mongoose";
import { ApplicationModel } from "./application-model.ts";

export type ApplicationCount = { readonly total: number; readonly fresh: number };

/** How many applications each offer received, and how many nobody has read; offers without any are absent. */
export const countApplications = async (
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, ApplicationCount>> => {
  const groups = await ApplicationModel.aggregate<{ _id: { offerId: Types.ObjectId; status: string }; count: number }>([
    { $match: { offerId: { $in: offerIds.map((offerId) => new Types.ObjectId(offerId)) } } },
    { $group: { _id: { offerId: "$offerId", status: "$status" }, count: { $sum: 1 } } },
  ]);
  const counts = new Map<string, ApplicationCount>();
  for (const { _id, count } of groups) {
    const offerId = _id.offerId.toHexString();
    const { total, fresh } = counts.get(offerId) ?? { total: 0, fresh: 0 };
    counts.set(offerId, { total: total + count, fresh: fresh + (_id.status === "new" ? count : 0) });
  }
  return counts;
};
