import { AccountModel } from "#server/accounts/account-model.ts";
import { SessionModel } from "#server/accounts/session-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { AlertReader } from "#shared/alerts/alert.ts";
import { mailsPerStep, unseenMails } from "#shared/alerts/alert-pace.ts";
import { AlertReaderModel, toAlertReader } from "./alert-reader-model.ts";

/** What is known of these addresses, by address. Those about to be slowed down are first looked for among the visits. */
export const readersOf = async (emails: readonly string[]): Promise<ReadonlyMap<string, AlertReader>> => {
  const found = (await AlertReaderModel.find({ email: anyOf(emails) }).lean()).map(toAlertReader);
  const readers = new Map(found.map((reader) => [reader.email, reader]));
  const silent = found.filter((reader) => unseenMails(reader) >= mailsPerStep - 1).map(({ email }) => email);
  for (const [email, seenAt] of await lastVisits(silent)) {
    const reader = readers.get(email);
    if (!reader || (reader.seenAt !== null && Date.parse(reader.seenAt) >= seenAt.getTime())) continue;
    readers.set(email, { ...reader, seenAt: seenAt.toISOString() });
    await AlertReaderModel.updateOne({ email }, { $max: { seenAt } });
  }
  return readers;
};

/** Mails this address got without showing a sign of life. */
export const unseenBy = async (email: string): Promise<number> =>
  unseenMails((await readersOf([email])).get(email) ?? null);

/** The person is there: their alerts find their own rhythm again, and are kept for two more years. */
export const markSeen = async (email: string): Promise<void> => {
  const seen = { $set: { seenAt: now() }, $setOnInsert: { sent: [] } };
  await AlertReaderModel.updateOne({ email }, seen, { upsert: true });
};

/** When each of these addresses last used its account. */
const lastVisits = async (emails: readonly string[]): Promise<ReadonlyMap<string, Date>> => {
  const visits = new Map<string, Date>();
  if (emails.length === 0) return visits;
  const accounts = await AccountModel.find({ email: anyOf(emails) }, { email: 1, lastSeenAt: 1 }).lean();
  const emailOf = new Map(accounts.map(({ _id, email }) => [String(_id), email]));
  const sessions = await SessionModel.find({ accountId: anyOf(accounts.map(({ _id }) => _id)) }).lean();
  const see = (email: string | undefined, at: Date | null): void => {
    if (email && at && at > (visits.get(email) ?? new Date(0))) visits.set(email, at);
  };
  for (const { email, lastSeenAt } of accounts) see(email, lastSeenAt);
  for (const { accountId, seenAt } of sessions) see(emailOf.get(String(accountId)), seenAt);
  return visits;
};
