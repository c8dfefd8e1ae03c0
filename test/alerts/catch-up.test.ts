import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { addDays, type Day } from "#shared/kernel/calendar.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { forgetInstantBook } from "#workers/alerts/instant-book.ts";
import { performSendAlerts } from "#workers/alerts/send-alerts.ts";
import { performSendInstantAlerts } from "#workers/alerts/send-instant-alerts.ts";
import { forgetAlerts, givenAlert, givenNewOffer, offersIn } from "./given-alerts.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await forgetAlerts();
  await OfferModel.deleteMany({});
  forgetInstantBook();
});
afterEach(() => setClock());
afterAll(() => house.close());

const rhythms = ["instant", "daily", "weekly"] as const;
const mailOf = (rhythm: string): string => `${rhythm}@exemple.invalid`;

/** Hours of Paris, summer or winter. */
const at = (day: Day, hour: number): void => {
  const summer = new Date(`${day}T12:00:00+02:00`).toLocaleString("en-GB", {
    timeZone: "Europe/Paris",
    hour: "2-digit",
  });
  setClock(new Date(`${day}T${String(hour).padStart(2, "0")}:00:00${summer === "12" ? "+02:00" : "+01:00"}`));
};

type Mails = Readonly<Record<(typeof rhythms)[number], number>>;

/** Eight days with one offer each, published at ten; the worker sleeps on some of them. How many mails each got. */
const liveThrough = async (first: Day, asleep: readonly number[]): Promise<Mails> => {
  at(first, 9);
  for (const frequency of rhythms) await givenAlert({ email: mailOf(frequency), frequency, weekday: null });
  await performSendAlerts();
  const offers: string[] = [];
  for (let passed = 0; passed < 8; passed++) {
    const day = addDays(first, passed);
    const works = !asleep.includes(passed);
    at(day, 7);
    if (works) await Promise.allSettled([performSendAlerts(), performSendInstantAlerts()]);
    at(day, 10);
    offers.push(String((await givenNewOffer({ expiresOn: "2099-12-31" })).reference));
    for (const hour of [10, 20]) {
      at(day, hour);
      if (works) await performSendInstantAlerts();
    }
    await AlertReaderModel.updateMany({}, { $set: { seenAt: now() } }); // they read: nothing slows down
  }
  for (const passed of [8, 15]) {
    at(addDays(first, passed), 7);
    await performSendAlerts();
  }
  const mails = await DispatchModel.find({ kind: "alert-digest" }).lean();
  const countOf = (rhythm: string): number => {
    const theirs = mails.filter(({ to }) => to === mailOf(rhythm));
    const sent = theirs.flatMap(offersIn).map((path) => path.split("-").at(-1) ?? "");
    expect(sent.sort(), rhythm).toEqual(offers); // each once, none lost
    return theirs.length;
  };
  return { instant: countOf("instant"), daily: countOf("daily"), weekly: countOf("weekly") };
};

const awake: Mails = { instant: 8, daily: 8, weekly: 2 };
const sleepy: Mails = { instant: 6, daily: 5, weekly: 2 };

describe("a worker", { timeout: 120_000 }, () => {
  it.each<[string, Day, number[], Mails]>([
    ["that sleeps three days, the weekly alert’s Monday among them", "2026-11-05", [3, 4, 5], sleepy],
    ["awake while the clock goes forward", "2026-03-26", [], awake],
    ["asleep while the clock goes forward", "2026-03-26", [2, 3, 4], sleepy],
    ["awake while the clock goes back", "2026-10-22", [], awake],
    ["asleep while the clock goes back", "2026-10-22", [2, 3, 4], sleepy],
  ])(
    "%s sends each offer once, at every rhythm, and catches up in one mail",
    async (_name, first, asleep, expected) => {
      expect(await liveThrough(first, asleep)).toEqual(expected);
    },
  );
});
