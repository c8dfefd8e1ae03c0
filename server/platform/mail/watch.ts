import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { documentOptions, type Fields, instant, text } from "#server/platform/fields.ts";
import { lessThan } from "#server/platform/filter.ts";

type WatchDocument = { _id: string; since: Date; seenAt: Date };

const fields = { _id: text, since: instant, seenAt: instant } satisfies Fields<WatchDocument> & { _id: typeof text };
const WatchModel = mongoose.model<WatchDocument>("MailWatch", new Schema(fields, documentOptions), "mail-watch");

const _id = "dispatches";

/** Longer than a worker is stopped to be corrected or moved; what was not watched for longer may be an old copy. */
const unwatchedMs = 6 * 3_600_000;

/**
 * Notes that the mails are looked after, and returns since when they have been without a break. A relay that is away
 * for days breaks nothing; a machine that was off, or a store put back from a copy, begins anew.
 */
export const keepWatch = async (): Promise<Date> => {
  const at = now();
  const gone = lessThan(new Date(at.getTime() - unwatchedMs));
  await WatchModel.updateOne({ _id, seenAt: gone }, { $set: { since: at, seenAt: at } });
  const kept = await WatchModel.findOneAndUpdate(
    { _id },
    { $set: { seenAt: at }, $min: { since: at } }, // a clock that was put back leaves no watch in the future
    { upsert: true, returnDocument: "after" },
  ).lean();
  return kept?.since ?? at;
};

/** The same for who only reads: from now on, when the sweep has not yet come. */
export const watchedSince = async (): Promise<Date> => {
  const at = now();
  const kept = await WatchModel.findOne({ _id }).lean();
  return kept && at.getTime() - kept.seenAt.getTime() <= unwatchedMs ? kept.since : at;
};
