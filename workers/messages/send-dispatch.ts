import { enqueue } from "#server/platform/enqueue.ts";
import { log } from "#server/platform/log.ts";
import {
  type Claim,
  claimDispatches,
  endDispatch,
  markHanded,
  settleDispatch,
} from "#server/platform/mail/dispatch-steps.ts";
import { concerningErased } from "#server/platform/mail/erased-words.ts";
import { dropErased } from "#server/platform/mail/forget.ts";
import { type Lateness, lateAmong } from "#server/platform/mail/lateness.ts";
import { handOver, relayIsClosed } from "#server/platform/mail/transport.ts";
import { sendDispatch } from "#shared/messages/message-jobs.ts";

/** Hands one mail to the relay, if it is still waiting; twice at the same time is once. */
export const performSendDispatch = ({ dispatchId }: { dispatchId: string }): Promise<void> =>
  performSendDispatches({ dispatchIds: [dispatchId] });

/** The same for some, each on a line of its own. */
export const performSendDispatches = async ({ dispatchIds }: { dispatchIds: readonly string[] }): Promise<void> => {
  if (relayIsClosed()) return; // they wait as they are for the sweep after its pause
  const claims = await claimDispatches(dispatchIds);
  // Who is erased after this look finds the mail in hand, and takes it back before its text is given.
  const erased = await concerningErased(claims);
  const late = await lateAmong(claims);
  await allSettled(claims.map((claim) => send(claim, { erased, late })));
};

type Kept = { readonly erased: ReadonlySet<Claim>; readonly late: ReadonlyMap<Claim, Lateness> };

const send = async (claim: Claim, { erased, late }: Kept): Promise<void> => {
  if (erased.has(claim)) return dropErased(claim);
  const why = late.get(claim);
  if (why !== undefined) return endDispatch(claim, why);

  const outcome = await handOver(claim, () => markHanded(claim));

  const { retryInMs } = await settleDispatch(claim, outcome);
  const dispatchId = claim._id.toHexString();
  if (outcome.result !== "accepted") log.warn({ dispatchId, kind: claim.kind, outcome }, "mail not accepted");
  if (retryInMs !== null) await enqueue(sendDispatch, { dispatchId }, { delayMs: retryInMs });
};

/** @throws what the first that failed threw, once all have ended: a mail never waits for its neighbour's fault */
const allSettled = async (sent: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(sent)).find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
};
