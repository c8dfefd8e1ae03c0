import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { atLeast } from "#server/platform/filter.ts";
import { letters } from "#server/platform/letters.ts";
import { Failure } from "#shared/kernel/failure.ts";

/** Counts of attempts, kept where every web process sees them, and for as long as the window lasts. */
const attemptSchema = new Schema(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: "throw", versionKey: false },
);
attemptSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 }); // a window that is over is forgotten

const AttemptModel = mongoose.model("Attempt", attemptSchema, "attempts");

export type Limit = { readonly name: string; readonly most: number; readonly minutes: number };

/**
 * Counts one attempt of `who` and refuses it past the limit.
 * The window is part of the key, so that a count never has to be reset.
 * @throws Failure "too-many" / "rate-limited"
 */
export const countAttempt = async (limit: Limit, who: string): Promise<void> => {
  const { _id, expiresAt } = windowOf(limit, who);
  const attempt = await AttemptModel.findOneAndUpdate(
    { _id },
    { $inc: { count: 1 }, $setOnInsert: { expiresAt } },
    { upsert: true, returnDocument: "after" },
  ).lean();
  if ((attempt?.count ?? 0) > limit.most) throw new Failure("too-many", "rate-limited", { minutes: limit.minutes });
};

/** Takes back what was counted of attempts that ended well. */
export const forgiveAttempts = async (limit: Limit, who: string, times: number): Promise<void> => {
  const { _id } = windowOf(limit, who);
  await AttemptModel.updateOne({ _id, count: atLeast(times) }, { $inc: { count: -times } });
};

const windowOf = ({ name, minutes }: Limit, who: string): { _id: string; expiresAt: Date } => {
  const windowMs = minutes * 60_000;
  const window = Math.floor(now().getTime() / windowMs);
  return { _id: `${name}|${who}|${window}`, expiresAt: new Date((window + 1) * windowMs) };
};

/** A person is erased: the counts kept under their id or address go, a little before their window ends. */
export const forgetAttempts = async (words: readonly string[]): Promise<void> => {
  const theirs = new RegExp(`\\|(?:${words.map(letters).join("|")})\\|`);
  await AttemptModel.deleteMany({ _id: mongoose.trusted({ $regex: theirs }) as unknown as string }); // the key is a text
};
