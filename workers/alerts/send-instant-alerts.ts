import { readersOf } from "#server/alerts/alert-readers.ts";
import { now, today } from "#server/platform/clock.ts";
import { lastSequence, setSequence } from "#server/platform/sequence.ts";
import { isInstantHour, mayWriteAtOnce, paceOf, unseenMails } from "#shared/alerts/alert-pace.ts";
import { dayOffersOf } from "./day-offers.ts";
import { instantBook } from "./instant-book.ts";
import { type Person, peopleWith } from "./people.ts";
import { type AlertDay, dayOf, freshOffersAfter, settledSequence } from "./read-day.ts";
import { servePeople } from "./serve-people.ts";

/** How far every instant alert was asked. The alerts' own cursors are left to the morning's run, which mends all. */
const reach = "alerts-instant";

/**
 * Writes at once to those who asked so, when an offer that fits was just published. What cannot leave now (the night, a
 * person who had the day's mails, a mail that fails) is in the morning's mail: nothing is lost by coming late.
 */
export const performSendInstantAlerts = async (): Promise<void> => {
  if (!isInstantHour(now())) return;
  const offers = await freshOffersAfter(await lastSequence(reach));
  if (offers.length === 0) return;
  const book = await instantBook();
  const wanted = new Set((await dayOffersOf(offers)).flatMap((offer) => book.askingFor(offer)));
  if (wanted.size > 0) await serve(await peopleWith([...wanted]), await dayOf(offers));
  const settled = settledSequence(offers);
  if (settled > 0) await setSequence(reach, settled);
};

const together = 200;

const serve = async (people: readonly Person[], day: AlertDay): Promise<void> => {
  for (let at = 0; at < people.length; at += together)
    await servePeople(people.slice(at, at + together), { day, instant: true, inTurn });
};

/** Instant alerts of people who read them, and who did not have the day's mails already. */
const inTurn = async (people: readonly Person[]): Promise<Person[]> => {
  const readers = await readersOf(people.map(({ email }) => email));
  return people.flatMap(({ email, alerts }) => {
    const reader = readers.get(email) ?? null;
    if (!mayWriteAtOnce(reader, today())) return [];
    const instant = alerts.filter(
      (alert) => alert.frequency === "instant" && paceOf(alert.frequency, unseenMails(reader)) === "instant",
    );
    return instant.length === 0 ? [] : [{ email, alerts: instant }];
  });
};
