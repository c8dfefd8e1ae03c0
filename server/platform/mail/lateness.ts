import { now } from "#server/platform/clock.ts";
import { anyOf, atMost } from "#server/platform/filter.ts";
import { type DispatchReason, longestWaitDays } from "#shared/messages/dispatch-reasons.ts";
import { type DispatchFields, DispatchModel } from "./dispatch-model.ts";
import { endOfLife, secretKinds } from "./mail-kinds.ts";
import { watchedSince } from "./watch.ts";

const dayMs = 86_400_000;

/** Why a mail that waits may not leave by itself any more. */
export type Lateness = Extract<DispatchReason, "too-late" | "unwatched" | "waited-too-long">;

/** What becomes of it: an unwatched one may have left already, before the copy was put back. */
export const endOfLate = (why: Lateness) => {
  const state = why === "unwatched" ? ("unknown" as const) : ("bounced" as const);
  return { state, reason: why, settledAt: now(), leaseUntil: null };
};

type Waiting = Pick<DispatchFields, "kind" | "askedAt"> & { readonly uselessAfter?: Date | null };

/** Of these mails, those that are late, and why; an admin who asks for one again makes it young. */
export const lateAmong = async <Mail extends Waiting>(mails: readonly Mail[]): Promise<ReadonlyMap<Mail, Lateness>> => {
  const isOld = mails.some(({ askedAt }) => now().getTime() - askedAt.getTime() > dayMs);
  const since = isOld ? await watchedSince() : now();
  const found = new Map<Mail, Lateness>();
  for (const mail of mails) {
    const why = latenessOf(mail, since);
    if (why !== null) found.set(mail, why);
  }
  return found;
};

const latenessOf = ({ kind, askedAt, uselessAfter }: Waiting, since: Date): Lateness | null => {
  const end = uselessAfter ?? endOfLife(kind, askedAt);
  if (end !== null && end <= now()) return "too-late";
  if (askedAt <= unwatchedBefore(since)) return "unwatched";
  return askedAt <= tooOld() ? "waited-too-long" : null;
};

/** The same for all that wait, so that an admin reads it while the relay is still away. */
export const endLate = async (since: Date): Promise<void> => {
  const ended = { state: "pending" as const, uselessAfter: atMost(now()) };
  const secret = { ...ended, kind: anyOf(secretKinds) };
  await DispatchModel.updateMany(secret, { $set: { ...endOfLate("too-late"), html: "", text: "" } });
  await DispatchModel.updateMany(ended, { $set: endOfLate("too-late") });
  await endAskedBefore(unwatchedBefore(since), "unwatched");
  await endAskedBefore(tooOld(), "waited-too-long");
};

const endAskedBefore = async (limit: Date, why: Lateness): Promise<void> => {
  const old = { state: "pending" as const, createdAt: atMost(limit), askedAt: atMost(limit) };
  await DispatchModel.updateMany(old, { $set: endOfLate(why) });
};

/** A day old when the watch began: nobody knows what became of it before. */
export const unwatchedBefore = (since: Date): Date => new Date(since.getTime() - dayMs);

const tooOld = (): Date => new Date(now().getTime() - longestWaitDays * dayMs);
