import { setTimeout as wait } from "node:timers/promises";
import mongoose, { type Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { type DispatchFields, DispatchModel } from "./dispatch-model.ts";
import type { HandOver } from "./hand-over.ts";
import { secretKinds } from "./mail-kinds.ts";

// Each step is one conditional update: whoever comes second, or too late, changes nothing and learns it.

/** Longer than the longest exchange with the relay (60 s) and the writes around it. */
const leaseMs = 150_000;

/** About eight hours of a relay that refuses, then it is given up. */
export const maxAttempts = 12;

export type Claim = DispatchFields & { readonly _id: Types.ObjectId };

/** The mail, now in this worker's hands alone; null when it is not waiting, or its hour has not come. */
export const claimDispatch = async (dispatchId: string): Promise<Claim | null> =>
  DispatchModel.findOneAndUpdate(
    { _id: dispatchId, state: "pending", notBefore: mongoose.trusted({ $lte: now() }) },
    {
      $set: { state: "sending", leaseUntil: new Date(now().getTime() + leaseMs), handedAt: null },
      $inc: { attempts: 1 },
    },
    { returnDocument: "after" },
  ).lean<Claim>();

/**
 * Writes down that the relay is about to get the text. From here on, silence means doubt.
 * @throws when the lease is over or the claim is another's: nothing may be given then
 */
export const markHanded = async ({ _id, attempts }: Claim): Promise<void> => {
  const marked = await DispatchModel.updateOne(
    { _id, state: "sending", attempts, leaseUntil: mongoose.trusted({ $gt: now() }) },
    { $set: { handedAt: now() } },
  );
  if (marked.modifiedCount === 0) throw new Error("the claim is lost");
};

/** Writes down what became of a claim, and says when to try again, if ever. */
export const settleDispatch = async (claim: Claim, outcome: HandOver): Promise<{ retryInMs: number | null }> => {
  if (outcome.result === "accepted") {
    await insist(() => markSent(claim));
    return { retryInMs: null };
  }
  const again = outcome.result === "refused-for-now" && claim.attempts < maxAttempts;
  if (!again) {
    await insist(() => close(claim, outcome.result === "in-doubt" ? "unknown" : "bounced", reasonOf(outcome)));
    return { retryInMs: null };
  }
  const retryInMs = backOff(claim.attempts);
  await insist(() => release(claim, retryInMs, outcome.why));
  return { retryInMs };
};

/** Too old to be sent unasked: perhaps a restored backup forgot that it was sent. */
export const holdDispatch = async (claim: Claim): Promise<void> =>
  close(claim, secretKinds.includes(claim.kind) ? "bounced" : "unknown", "held: too old to be sent unasked");

/** In milliseconds: 30 s doubled at each try, two hours at most, ±20 % so that a thousand mails do not come back at once. */
export const backOff = (attempts: number): number =>
  Math.round(Math.min(30_000 * 2 ** (attempts - 1), 7_200_000) * (0.8 + Math.random() * 0.4));

/** The 250 is the truth even when the sweep, in the meantime, thought this worker dead. */
const markSent = async ({ _id, attempts, kind }: Claim): Promise<void> => {
  const text = secretKinds.includes(kind) ? { html: "", text: "" } : {};
  await DispatchModel.updateOne(
    { _id, attempts, state: mongoose.trusted({ $in: ["sending", "unknown", "pending"] }) },
    { $set: { state: "sent", sentAt: now(), settledAt: now(), leaseUntil: null, lastError: null, ...text } },
  );
};

const close = async ({ _id, attempts }: Claim, state: "bounced" | "unknown", lastError: string): Promise<void> => {
  await DispatchModel.updateOne(
    { _id, attempts, state: "sending" },
    { $set: { state, settledAt: now(), leaseUntil: null, lastError } },
  );
};

const release = async ({ _id, attempts }: Claim, retryInMs: number, lastError: string): Promise<void> => {
  const notBefore = new Date(now().getTime() + retryInMs);
  await DispatchModel.updateOne(
    { _id, attempts, state: "sending" },
    { $set: { state: "pending", notBefore, leaseUntil: null, handedAt: null, lastError } },
  );
};

const reasonOf = (outcome: Exclude<HandOver, { result: "accepted" }>): string =>
  outcome.result === "refused-for-now" ? `given up after ${maxAttempts} tries: ${outcome.why}` : outcome.why;

/** A store that restarts must not turn an answer we have into doubt. */
const insist = async (write: () => Promise<void>): Promise<void> => {
  for (const pauseMs of [200, 1_000, 3_000, 6_000]) {
    try {
      return await write();
    } catch {
      await wait(pauseMs);
    }
  }
  await write();
};
