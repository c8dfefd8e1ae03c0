import mongoose from "mongoose";
import { now } from "#server/platform/clock.ts";
import { moreThan, within } from "#server/platform/filter.ts";
import { DispatchModel } from "./dispatch-model.ts";
import { maxAttempts } from "./dispatch-steps.ts";
import { endLate, unwatchedBefore } from "./lateness.ts";
import { relayIsClosed } from "./transport.ts";
import { keepWatch } from "./watch.ts";

const perSweep = 2_000;

/** Settles the mails whose worker vanished, takes up those in doubt that may be, and returns what may leave now. */
export const sweepMails = async (): Promise<readonly string[]> => {
  const since = await keepWatch();
  await settleVanished();
  await takeUpDoubtful(since);
  await freeUntried();
  await endLate(since);
  if (relayIsClosed()) return [];
  const waiting = await DispatchModel.find({ state: "pending", notBefore: mongoose.trusted({ $lte: now() }) })
    .sort({ notBefore: 1 })
    .limit(perSweep)
    .select("_id")
    .lean();
  return waiting.map(({ _id }) => _id.toHexString());
};

/** Before the text was given, a vanished worker did no harm; after, nobody knows. */
const settleVanished = async (): Promise<void> => {
  const vanished = { state: "sending" as const, leaseUntil: mongoose.trusted({ $lte: now() }) };
  await DispatchModel.updateMany(
    { ...vanished, handedAt: null, attempts: mongoose.trusted({ $lt: maxAttempts }) },
    { $set: { state: "pending", notBefore: now(), leaseUntil: null, ...lostBefore } },
  );
  await DispatchModel.updateMany(
    { ...vanished, handedAt: null },
    {
      $set: {
        state: "bounced",
        settledAt: now(),
        leaseUntil: null,
        reason: "given-up",
        lastError: "given up: the worker is lost each time",
      },
    },
  );
  await DispatchModel.updateMany(vanished, {
    $set: { state: "unknown", settledAt: now(), leaseUntil: null, ...lostAfter },
  });
};

const lostBefore = { reason: "worker-lost", lastError: "worker lost before the text" } as const;
const lostAfter = { reason: "worker-lost-in-text", lastError: "worker lost with the text given" } as const;

/** A mail never tried waits for no hour but the one it was promised at: when that is to come, the clock went back. */
const freeUntried = async (): Promise<void> => {
  const ahead = moreThan(new Date(now().getTime() + clocksApartMs));
  await DispatchModel.updateMany(
    { state: "pending", notBefore: ahead, attempts: 0 },
    { $set: { notBefore: now(), askedAt: now() } },
  );
};

/** Clocks of two machines may differ by less than this. */
const clocksApartMs = 120_000;

/** Kinds that may come twice rather than never leave again under the same Message-ID, a minute after the doubt. */
const takeUpDoubtful = async (since: Date): Promise<void> => {
  const at = now().getTime();
  const doubtful = {
    state: "unknown" as const,
    policy: "atLeastOnce" as const,
    settledAt: within({ since: new Date(at - 86_400_000), until: new Date(at - 60_000) }),
    handedAt: mongoose.trusted({ $ne: null }), // a mail held for its age was never given: an admin decides
    askedAt: moreThan(unwatchedBefore(since)),
    attempts: mongoose.trusted({ $lt: maxAttempts }),
  };
  await DispatchModel.updateMany(doubtful, {
    $set: { state: "pending", notBefore: now(), handedAt: null, settledAt: null },
    $inc: { doubts: 1 },
  });
};
