import type { Role } from "#shared/kernel/actor.ts";

/** After this without a contact a person is told, once, that their account is to be erased. */
export const noticeAfterDays = 700;
/** Two years from the last contact: the CNIL's limit for candidates, and the one of les-emplois de l'inclusion. */
export const erasedAfterDays = 730;
/** Nobody is erased sooner than this after being told, even where the notice left late. */
export const graceDays = 30;

/** Those who come by themselves. Staff accounts are an administrator's matter. */
export const selfServingRoles = ["candidate", "employer"] as const satisfies readonly Role[];

type Seen = { readonly createdAt: Date; readonly lastSeenAt: Date | null };

/**
 * The one definition of the last contact: the last time the person themselves came, by signing in or by a button of
 * one of our mails. What others do with their file is none.
 */
export const lastContact = ({ createdAt, lastSeenAt }: Seen): Date => lastSeenAt ?? createdAt;

export type RetentionStep = "keep" | "notice" | "erase";

export const retentionStep = (account: Seen & { readonly noticedAt: Date | null }, now: Date): RetentionStep => {
  const quiet = daysSince(lastContact(account), now);
  if (account.noticedAt === null) return quiet >= noticeAfterDays ? "notice" : "keep";
  return quiet >= erasedAfterDays && daysSince(account.noticedAt, now) >= graceDays ? "erase" : "keep";
};

const daysSince = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 86_400_000;
