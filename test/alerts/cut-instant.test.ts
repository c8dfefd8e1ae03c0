import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { forgetInstantBook } from "#workers/alerts/instant-book.ts";
import { performSendAlerts } from "#workers/alerts/send-alerts.ts";
import { performSendInstantAlerts } from "#workers/alerts/send-instant-alerts.ts";
import { cutAfter, mend } from "./cut-writes.ts";
import { forgetAlerts, givenAlert, givenNewOffer, offersIn } from "./given-alerts.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => {
  mend();
  setClock();
});
afterAll(() => house.close());

const noon = Date.parse("2026-12-02T11:00:00Z");
const people = ["a@exemple.invalid", "b@exemple.invalid", "c@exemple.invalid"];
let start = noon;
const atMinute = (minute: number): void => setClock(new Date(start + minute * 60_000));

/** Three people with instant alerts, one of them with two; three offers, of which one is seconds old. */
const aNoon = async (): Promise<readonly string[]> => {
  await forgetAlerts();
  await OfferModel.deleteMany({});
  forgetInstantBook();
  start += 86_400_000;
  atMinute(0);
  for (const email of people) await givenAlert({ email, frequency: "instant" });
  await givenAlert({ email: people[0] ?? "", label: "Seconde", frequency: "instant" });
  const offers = [];
  for (const seconds of [200, 150, 1])
    offers.push(await givenNewOffer({ publishedAt: new Date(start - seconds * 1_000).toISOString() }));
  return offers.map(({ reference }) => String(reference)).sort();
};

const sentTo = async (): Promise<string[][]> => {
  const mails = await DispatchModel.find({ kind: "alert-digest" }).lean();
  return people.map((email) =>
    mails
      .filter(({ to }) => to === email)
      .flatMap(offersIn)
      .map((path) => path.split("-").at(-1) ?? "")
      .sort(),
  );
};

const patience = 150_000;

describe("an instant run that is killed", { timeout: patience }, () => {
  it.each([
    ["the next minute", () => performSendInstantAlerts(), 1],
    ["the next morning", () => performSendAlerts(), 20 * 60],
  ] as const)("at any write is ended by %s: each offer once, none lost, none again", async (_name, next, minute) => {
    let cuts = 0;
    for (let most = 0; ; most++) {
      const offers = await aNoon();
      const { cut } = cutAfter(most);
      await performSendInstantAlerts().catch(() => undefined);
      mend();
      if (!cut()) break;
      cuts += 1;

      atMinute(minute);
      await next();
      forgetInstantBook(); // another process
      atMinute(minute + 5);
      await performSendInstantAlerts();
      atMinute(24 * 60 + minute);
      await performSendAlerts();

      expect(await sentTo(), `cut at write ${most}`).toEqual(people.map(() => offers));
      expect(await AlertDigestModel.countDocuments()).toBe(0);
    }
    expect(cuts).toBeGreaterThan(6);
  });

  it("does not send again an offer that was taken back and published anew", async () => {
    const offers = await aNoon();
    cutAfter(3);
    await performSendInstantAlerts().catch(() => undefined);
    mend();
    atMinute(1);
    await performSendInstantAlerts();
    await OfferModel.updateMany({}, { $set: { status: "paused" } });
    atMinute(10);
    await performSendInstantAlerts();
    await OfferModel.updateMany({}, { $set: { status: "published", publishedAt: new Date(start + 600_000) } });
    forgetInstantBook();
    await performSendInstantAlerts();
    atMinute(20 * 60);
    await performSendAlerts();

    expect(await sentTo()).toEqual(people.map(() => offers));
  });

  it.each([2, 4])("is one mail each when %i start together, with a morning's run among them", async (runs) => {
    for (let turn = 0; turn < 3; turn++) {
      const offers = await aNoon();

      await Promise.allSettled([
        ...Array.from({ length: runs }, () => performSendInstantAlerts()),
        ...(turn === 2 ? [performSendAlerts()] : []),
      ]);
      atMinute(1);
      await performSendInstantAlerts();

      expect(await sentTo()).toEqual(people.map(() => offers));
      expect(await DispatchModel.countDocuments({ kind: "alert-digest" })).toBe(people.length);
    }
  });
});
