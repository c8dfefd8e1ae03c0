import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { AlertModel, toAlert } from "#server/alerts/alert-model.ts";
import { readersOf } from "#server/alerts/alert-readers.ts";
import { attachAlertsOf } from "#server/alerts/attach-alerts.ts";
import { now, today } from "#server/platform/clock.ts";
import { lessThan } from "#server/platform/filter.ts";
import { log } from "#server/platform/log.ts";
import { isItsTurn, lastDayOfName } from "#shared/alerts/alert-pace.ts";
import { unconfirmedDays } from "#shared/alerts/alert-rules.ts";
import { finishDigests } from "./finish-digests.ts";
import { type Person, peopleAwake } from "./people.ts";
import { readDay } from "./read-day.ts";
import { servePeople } from "./serve-people.ts";

/**
 * One mail to each person whose searches found something new. What a cut run had begun is finished first; then each
 * search is asked from its own cursor. Two runs at once, a late one or a cut one send each offer once.
 */
export const performSendAlerts = async (): Promise<void> => {
  let left = 0;
  const each = async <Item>(items: readonly Item[], act: (some: readonly Item[]) => Promise<void>): Promise<void> => {
    left += await together(items, act);
  };
  for (const digest of await AlertDigestModel.find().lean()) await each([digest], finishDigests);
  const day = await readDay();
  if (day)
    for await (const people of peopleAwake())
      await each(people, (some) => servePeople(some, { day, instant: false, inTurn }));
  if (left > 0) throw new Error(`${left} alert mails left`);
  await closeRun();
};

/** All at once, then one by one when that fails: nobody waits for another's mail. Says how many were left. */
const together = async <Item>(
  items: readonly Item[],
  act: (some: readonly Item[]) => Promise<void>,
): Promise<number> => {
  try {
    await act(items);
    return 0;
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : "unknown", mails: items.length }, "alert mails left");
  }
  if (items.length === 1) return 1;
  let left = 0;
  for (const item of items) left += await together([item], act);
  return left;
};

/** Those of a person's alerts whose morning it is. */
const inTurn = async (people: readonly Person[]): Promise<Person[]> => {
  await attachAlertsOf(people.flatMap(({ alerts }) => alerts.map(toAlert)));
  const readers = await readersOf(people.map(({ email }) => email));
  return people
    .map(({ email, alerts }) => ({
      email,
      alerts: alerts.filter((alert) =>
        isItsTurn(toAlert(alert), { reader: readers.get(email) ?? null, today: today() }),
      ),
    }))
    .filter(({ alerts }) => alerts.length > 0);
};

/** Weekly alerts whose day came wait for the next one; addresses that were never confirmed are forgotten. */
const closeRun = async (): Promise<void> => {
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const ofThatDay = weekday === 1 ? { $or: [{ weekday: 1 }, { weekday: null }] } : { weekday };
    const came = lastDayOfName(weekday, today());
    const due = { $and: [ofThatDay, { $or: [{ ranOn: null }, { ranOn: lessThan(came) }] }] };
    await AlertModel.updateMany({ frequency: "weekly", ...due }, { $set: { ranOn: today() } });
  }
  const before = new Date(now().getTime() - unconfirmedDays * 86_400_000);
  await AlertModel.deleteMany({ status: "unconfirmed", createdAt: lessThan(before) });
};
