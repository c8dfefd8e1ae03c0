import { now } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { log } from "#server/platform/log.ts";
import { claimDispatch, holdDispatch, markHanded, settleDispatch } from "#server/platform/mail/dispatch-steps.ts";
import { concernsErased } from "#server/platform/mail/erased-words.ts";
import { dropErased } from "#server/platform/mail/forget.ts";
import { usefulUntil } from "#server/platform/mail/mail-kinds.ts";
import { handOver } from "#server/platform/mail/transport.ts";
import { sendDispatch } from "#shared/messages/message-jobs.ts";

/** Hands one mail to the relay, if it is still waiting; twice at the same time is once. */
export const performSendDispatch = async ({ dispatchId }: { dispatchId: string }): Promise<void> => {
  const claim = await claimDispatch(dispatchId);
  if (!claim) return;
  if (now() > usefulUntil(claim.kind, claim.askedAt)) return holdDispatch(claim);
  // Who is erased after this look finds the mail in hand, and takes it back before its text is given.
  if (await concernsErased(claim)) return dropErased(claim);

  const outcome = await handOver(claim, () => markHanded(claim));

  const { retryInMs } = await settleDispatch(claim, outcome);
  if (outcome.result !== "accepted") log.warn({ dispatchId, kind: claim.kind, outcome }, "mail not accepted");
  if (retryInMs !== null) await enqueue(sendDispatch, { dispatchId }, { delayMs: retryInMs });
};
