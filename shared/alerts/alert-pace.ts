import { addDays, type Day, dayOf, daysBetween, timeZone } from "#shared/kernel/calendar.ts";
import type { Alert, AlertFrequency, AlertReader } from "./alert.ts";

/** From the most frequent to the rarest. */
export const paces = ["instant", "daily", "weekly", "monthly"] as const;
export type Pace = (typeof paces)[number];

/** After so many mails without a click or a visit, each alert of the person goes one step down. */
export const mailsPerStep = 8;

/** Mails remembered of a person: every step down there is. */
export const mailsRemembered = mailsPerStep * (paces.length - 1);

/** Mails since the person last showed a sign of life. */
export const unseenMails = (reader: AlertReader | null): number =>
  reader?.sent.filter(({ at }) => reader.seenAt === null || at > reader.seenAt).length ?? 0;

export const paceOf = (frequency: AlertFrequency, unseen: number): Pace =>
  paces[Math.min(paces.indexOf(frequency) + Math.floor(unseen / mailsPerStep), paces.length - 1)] ?? "monthly";

/** An instant alert writes so many mails a day at most; what is left comes with the next morning's. */
export const instantPerDay = 5;

/** Nobody wants to be woken by an offer: in hours of Paris, the last one excluded. */
export const instantHours = { from: 7, to: 21 } as const;

const hourFormat = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });

export const isInstantHour = (at: Date): boolean => {
  const hour = Number(hourFormat.format(at));
  return hour >= instantHours.from && hour < instantHours.to;
};

export const mayWriteAtOnce = (reader: AlertReader | null, today: Day): boolean =>
  (reader?.sent.filter(({ instant, at }) => instant && dayOf(new Date(at)) === today).length ?? 0) < instantPerDay;

type Turn = Pick<Alert, "frequency" | "weekday" | "ranOn" | "confirmedAt" | "pausedUntil">;

/**
 * Whether this morning is its turn. A weekly one goes on its day, or on the first morning after a day that was missed.
 * An instant one goes each morning too, with what its day could not send.
 */
export const isItsTurn = (alert: Turn, { reader, today }: { reader: AlertReader | null; today: Day }): boolean => {
  const slowed = paceOf(alert.frequency, unseenMails(reader));
  const lastMail = reader?.sent.at(-1)?.at;
  const days = lastMail === undefined ? 1_000 : daysBetween(dayOf(new Date(lastMail)), today);
  if (alert.frequency !== slowed && days < leastDays[slowed]) return false;
  return alert.frequency !== "weekly" || isItsWeekday(alert, today);
};

/** Between two mails to a person who is written to less often. */
const leastDays: Record<Pace, number> = { instant: 0, daily: 1, weekly: 7, monthly: 28 };

const isItsWeekday = ({ weekday, ranOn, confirmedAt, pausedUntil }: Turn, today: Day): boolean => {
  const instants = [confirmedAt, pausedUntil].filter((one) => one !== null).map((one) => dayOf(new Date(one)));
  const [last] = [...instants, ...(ranOn === null ? [] : [ranOn])].sort().reverse();
  return last === undefined || last < lastDayOfName(weekday ?? 1, today);
};

/** This day, or the last one before it, that bears the name: 1 for Monday. */
export const lastDayOfName = (weekday: number, today: Day): Day =>
  addDays(today, -((new Date(today).getUTCDay() + 7 - (weekday % 7)) % 7));
