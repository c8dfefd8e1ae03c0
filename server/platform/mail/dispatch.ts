import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { mailsTogether, sendDispatch, sendDispatches, sendFewDispatches } from "#shared/messages/message-jobs.ts";
import { DispatchModel } from "./dispatch-model.ts";
import { mailsAreHeld } from "./held.ts";
import { endOfLife, mailPolicies } from "./mail-kinds.ts";
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

/** The same for many mails, in one exchange with the store. */
export const dispatchMails = async (mails: readonly OutgoingMail[]): Promise<void> => {
  await askToSend(await promiseAll(mails.map(parseMail)));
};

/** The same for the few that one act owes; one that no honest mail would be holds up none of the others. */
export const dispatchFew = async (mails: readonly OutgoingMail[]): Promise<void> => {
  const refusals: unknown[] = [];
  const honest = mails.flatMap((mail) => {
    try {
      return parseMail(mail);
    } catch (error) {
      refusals.push(error);
      return [];
    }
  });
  await askToSend(await promiseAll(honest), sendFewDispatches);
  if (refusals.length > 0) throw refusals[0];
};

/** Asks for mails already promised, some at a time. */
export const askToSend = async (ids: readonly string[], job: typeof sendDispatches = sendDispatches): Promise<void> => {
  for (let at = 0; at < ids.length; at += mailsTogether)
    await enqueue(job, { dispatchIds: ids.slice(at, at + mailsTogether) });
};

/** The ids of the rows just written; mails promised before are left out. */
const promiseAll = async (mails: readonly ParsedMail[]): Promise<string[]> => {
  if (mails.length === 0) return [];
  const writes = mails.map((mail) => ({ updateOne: upsertOf(mail, new Types.ObjectId()) }));
  try {
    const { upsertedIds } = await DispatchModel.bulkWrite(writes, { ordered: false });
    return Object.values(upsertedIds).map(String);
  } catch (error) {
    if (!isDuplicate(error)) throw error; // another process promised one of them at the same instant
  }
  const ids: string[] = [];
  for (const mail of mails) ids.push(...[await promise(mail)].filter((id) => id !== null));
  return ids;
};

const upsertOf = (mail: ParsedMail, id: Types.ObjectId) => ({
  filter: { dedupeKey: mail.dedupeKey },
  update: { $setOnInsert: { _id: id, ...firstState(mail), messageId: id.toHexString() } },
  upsert: true,
});

/** The id of the row just written, or null when this mail was promised before. */
const promise = async (mail: ParsedMail): Promise<string | null> => {
  const id = new Types.ObjectId();
  try {
    const { filter, update, upsert } = upsertOf(mail, id);
    const written = await DispatchModel.updateOne(filter, update, { upsert });
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
  uselessAfter: mail.uselessAfter ?? endOfLife(mail.kind, now()),
  policy: mailPolicies[mail.kind],
  ...(mailsAreHeld() ? heldState() : { state: "pending" as const, reason: null, lastError: null, settledAt: null }),
  attempts: 0,
  claimId: null,
  doubts: 0,
  leaseUntil: null,
  handedAt: null,
  notBefore: now(),
  createdAt: now(),
  askedAt: now(),
  sentAt: null,
});

/** Owed before a backup took the place of the data: it may have left already, so it is not sent by itself. */
const heldState = () => ({
  state: "unknown" as const,
  reason: "restored" as const,
  lastError: "restored from a backup",
  settledAt: now(),
});
