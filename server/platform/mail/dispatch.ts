import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { sendDispatch } from "#shared/messages/message-jobs.ts";
import { DispatchModel } from "./dispatch-model.ts";
import { mailPolicies } from "./mail-kinds.ts";
import { type OutgoingMail, type ParsedMail, parseMail } from "./outgoing-mail.ts";

/**
 * Promises one mail: once this resolves it will leave, whatever crashes. The same dedupeKey twice is one mail.
 * @throws Failure("invalid", "mail-refused") for an address or a header that no honest mail has
 */
export const dispatchMail = async (mail: OutgoingMail): Promise<void> => {
  const dispatchId = await promise(parseMail(mail));
  if (dispatchId === null) return;
  // The row is the promise: with the queue down this one is lost, and the sweep finds the row.
  await enqueue(sendDispatch, { dispatchId });
};

/** The id of the row just written, or null when this mail was promised before. */
const promise = async (mail: ParsedMail): Promise<string | null> => {
  const id = new Types.ObjectId();
  try {
    const written = await DispatchModel.updateOne(
      { dedupeKey: mail.dedupeKey },
      { $setOnInsert: { _id: id, ...firstState(mail), messageId: id.toHexString() } },
      { upsert: true },
    );
    return written.upsertedCount === 1 ? id.toHexString() : null;
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
};

const firstState = ({ dedupeKey: _, ...mail }: ParsedMail) => ({
  ...mail,
  unsubscribeUrl: mail.unsubscribeUrl ?? null,
  ics: mail.ics ?? null,
  policy: mailPolicies[mail.kind],
  state: "pending" as const,
  attempts: 0,
  doubts: 0,
  leaseUntil: null,
  handedAt: null,
  notBefore: now(),
  lastError: null,
  createdAt: now(),
  askedAt: now(),
  sentAt: null,
  settledAt: null,
});
