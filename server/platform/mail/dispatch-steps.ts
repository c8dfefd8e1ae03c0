import { setTimeout as wait } from "node:timers/promises";
import type { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { anyOf, atMost, moreThan, not } from "#server/platform/filter.ts";
import { gathered } from "#server/platform/gathered.ts";
import type { DispatchReason } from "#shared/messages/dispatch-reasons.ts";
import { type DispatchFields, DispatchModel } from "./dispatch-model.ts";
import type { HandOver } from "./hand-over.ts";
import { endOfLate, type Lateness } from "./lateness.ts";
import { secretKinds } from "./mail-kinds.ts";

// Each step is a conditional update: whoever comes second, or too late, changes nothing and learns it.

/** Longer than the longest exchange with the relay (60 s) and the writes around it. */
const leaseMs = 150_000;

/** About eight hours of a relay that says "later" to this mail, then it is given up. */
export const maxAttempts = 12;

/** Nothing is wrong with the mail. */
type NotOurs = Extract<HandOver, { fault: unknown }>;

export type Claim = DispatchFields & { readonly _id: Types.ObjectId };

/** Of these mails, those now in this worker's hands alone: the others do not wait, or their hour has not come. */
export const claimDispatches = async (dispatchIds: readonly string[]): Promise<Claim[]> => {
  const claimId = newId();
  const { modifiedCount } = await DispatchModel.updateMany(
    { _id: anyOf(dispatchIds), state: "pending", notBefore: atMost(now()) },
    {
      $set: { state: "sending", claimId, leaseUntil: new Date(now().getTime() + leaseMs), handedAt: null },
      $inc: { attempts: 1 },
    },
  );
  return modifiedCount === 0 ? [] : DispatchModel.find({ _id: anyOf(dispatchIds), claimId }).lean<Claim[]>();
};

/**
 * Writes down that the relay is about to get the text. From here on, silence means doubt. Those whose relay asks for
 * the text at the same time are marked in one write; none is marked before its relay asked.
 * @throws when the lease is over or the claim is another's: nothing may be given then
 */
export const markHanded = async (claim: Claim): Promise<void> => {
  if (!(await mark(claim))) throw new Error("the claim is lost");
};

const mark = gathered(async (claims: readonly Claim[]): Promise<readonly boolean[]> => {
  const held = { ...ofThese(claims), state: "sending" as const };
  const { matchedCount } = await DispatchModel.updateMany(
    { ...held, leaseUntil: moreThan(now()) },
    { $set: { handedAt: now() } },
  );
  if (matchedCount === claims.length) return claims.map(() => true);
  const marked = await DispatchModel.find({ ...held, handedAt: not(null) }, { _id: 1 }).lean();
  const ours = new Set(marked.map(({ _id }) => String(_id)));
  return claims.map(({ _id }) => ours.has(String(_id)));
});

const ofThese = (claims: readonly Claim[]) => ({
  _id: anyOf(claims.map(({ _id }) => _id)),
  claimId: anyOf(claims.map(({ claimId }) => claimId)),
});

/** Writes down what became of a claim, and says when to try again, if ever. */
export const settleDispatch = async (claim: Claim, outcome: HandOver): Promise<{ retryInMs: number | null }> => {
  if (outcome.result === "accepted") {
    await markSent(claim);
    return { retryInMs: null };
  }
  if ("fault" in outcome) {
    await insist(() => giveBack(claim, outcome));
    return { retryInMs: null };
  }
  const again = outcome.result === "refused-for-now" && claim.attempts < maxAttempts;
  if (!again) {
    await insist(() => close(claim, endOf(outcome)));
    return { retryInMs: null };
  }
  const retryInMs = backOff(claim.attempts);
  await insist(() => release(claim, retryInMs, outcome.why));
  return { retryInMs };
};

/** It does not leave any more; a code that is dead opens nothing, and is not kept. */
export const endDispatch = async (claim: Claim, why: Lateness): Promise<void> =>
  close(claim, { ...endOfLate(why), ...(secretKinds.includes(claim.kind) && { html: "", text: "" }) });

/** In milliseconds: 30 s doubled at each try, two hours at most, ±20 % so that a thousand mails do not come back at once. */
const backOff = (attempts: number): number =>
  Math.round(Math.min(30_000 * 2 ** (attempts - 1), 7_200_000) * (0.8 + Math.random() * 0.4));

/** The 250 is the truth even when the sweep, in the meantime, thought this worker dead. */
const markSent = gathered(async (claims: readonly Claim[]): Promise<readonly null[]> => {
  const secret = claims.filter(({ kind }) => secretKinds.includes(kind));
  const open = claims.filter(({ kind }) => !secretKinds.includes(kind));
  await insist(() => writeSent(open, {}));
  await insist(() => writeSent(secret, { html: "", text: "" }));
  return claims.map(() => null);
});

const writeSent = async (claims: readonly Claim[], text: { html?: ""; text?: "" }): Promise<void> => {
  if (claims.length === 0) return;
  await DispatchModel.updateMany(
    { ...ofThese(claims), state: anyOf(["sending", "unknown", "pending"] as const) },
    {
      $set: {
        state: "sent",
        sentAt: now(),
        settledAt: now(),
        leaseUntil: null,
        reason: null,
        lastError: null,
        ...text,
      },
    },
  );
};

type End = Pick<DispatchFields, "state" | "reason"> & Partial<DispatchFields>;

const close = async ({ _id, claimId }: Claim, end: End): Promise<void> => {
  await DispatchModel.updateOne(
    { _id, claimId, state: "sending" },
    { $set: { settledAt: now(), leaseUntil: null, ...end } },
  );
};

const release = async ({ _id, claimId }: Claim, retryInMs: number, lastError: string): Promise<void> => {
  const notBefore = new Date(now().getTime() + retryInMs);
  await DispatchModel.updateOne(
    { _id, claimId, state: "sending" },
    {
      $set: {
        state: "pending",
        notBefore,
        leaseUntil: null,
        handedAt: null,
        reason: "refused-for-now",
        lastError,
      },
    },
  );
};

/** The mail is not at fault: the try does not count, and the sweep takes it up once the relay is asked again. */
const giveBack = async ({ _id, claimId }: Claim, { fault, why: lastError }: NotOurs): Promise<void> => {
  await DispatchModel.updateOne(
    { _id, claimId, state: "sending" },
    {
      $set: { state: "pending", leaseUntil: null, handedAt: null, reason: waitsBecause(fault), lastError },
      $inc: { attempts: -1 },
    },
  );
};

const waitsBecause = (fault: NotOurs["fault"]): DispatchReason => {
  if (fault === "mail-away") return "relay-away";
  return fault === "mail-closed" ? "relay-closed" : "setting-refused";
};

const endOf = (outcome: Exclude<HandOver, { result: "accepted" } | NotOurs>): End => {
  const { why: lastError } = outcome;
  if (outcome.result === "in-doubt") return { state: "unknown", reason: "no-answer", lastError };
  if (outcome.result === "refused-for-good") return { state: "bounced", reason: outcome.reason, lastError };
  return { state: "bounced", reason: "given-up", lastError: `given up after ${maxAttempts} tries: ${lastError}` };
};

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
