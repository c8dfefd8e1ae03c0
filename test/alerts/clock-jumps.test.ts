import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { drawFrom } from "#test/torture/dispatch/faults.ts";
import { forgetInstantBook } from "#workers/alerts/instant-book.ts";
import { performSendAlerts } from "#workers/alerts/send-alerts.ts";
import { performSendInstantAlerts } from "#workers/alerts/send-instant-alerts.ts";
import { cutAfter, mend } from "./cut-writes.ts";
import { forgetAlerts, givenAlert, givenNewOffer, offersIn } from "./given-alerts.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await forgetAlerts();
  await OfferModel.deleteMany({});
  forgetInstantBook();
  clock = Date.parse("2026-12-02T11:00:00Z"); // a Wednesday, noon
  pass(0);
});
afterEach(() => {
  mend();
  setClock();
});
afterAll(() => house.close());

let clock = 0;
const hour = 3_600_000;
/** Time that passes, or a machine's clock that is set: the worker sees no difference. */
const pass = (ms: number): void => {
  clock += ms;
  setClock(new Date(clock));
};

const rhythms = ["instant", "daily", "weekly"] as const;
const mailOf = (rhythm: string): string => `${rhythm}@exemple.invalid`;

const publish = async (): Promise<string> =>
  String((await givenNewOffer({ publishedAt: now().toISOString(), expiresOn: "2099-12-31" })).reference);

const sentTo = async (email: string): Promise<string[]> =>
  (await DispatchModel.find({ kind: "alert-digest", to: email }).lean())
    .flatMap(offersIn)
    .map((path) => path.split("-").at(-1) ?? "")
    .sort((one, other) => Number(one) - Number(other));

/** Enough quiet mornings for every rhythm, whatever the clock did before. */
const tenMornings = async (): Promise<void> => {
  pass(Date.parse("2027-02-01T06:00:00Z") - clock);
  for (let morning = 0; morning < 10; morning++) {
    await AlertReaderModel.updateMany({}, { $set: { seenAt: now() } }); // they read: nothing slows down
    await performSendAlerts();
    pass(24 * hour);
  }
};

describe("when the machine's clock is set while the worker runs", { timeout: 120_000 }, () => {
  it.each([
    ["forward three hours", 3 * hour],
    ["back two hours", -2 * hour],
    ["back over midnight, to the day before", -13 * hour],
  ])("%s, each offer is told once, at every rhythm", async (_name, jump) => {
    for (const frequency of rhythms) await givenAlert({ email: mailOf(frequency), frequency });
    const offers = [await publish()];
    pass(60_000);
    await performSendInstantAlerts();
    await performSendAlerts();

    pass(jump);
    await Promise.allSettled([performSendInstantAlerts(), performSendAlerts()]);
    offers.push(await publish());
    pass(60_000);
    await performSendInstantAlerts();
    await performSendAlerts();
    pass(-jump); // and set right again
    await Promise.allSettled([performSendInstantAlerts(), performSendAlerts()]);
    await tenMornings();

    for (const rhythm of rhythms) expect(await sentTo(mailOf(rhythm)), rhythm).toEqual(offers);
  });

  const cuts = [3 * hour, -2 * hour].flatMap((jump) => [1, 2, 3, 4, 5, 6].map((most) => [jump / hour, most] as const));
  it.each(cuts)(
    "by %i hours in a run that is cut after %i writes, the next one ends it: each offer once",
    async (hours, most) => {
      for (const frequency of rhythms) await givenAlert({ email: mailOf(frequency), frequency, weekday: 3 });
      const offers = [await publish(), await publish()];
      pass(5 * 60_000);
      const { cut } = cutAfter(most);
      await performSendAlerts().catch(() => undefined);
      mend();

      pass(hours * hour);
      await performSendAlerts();
      await performSendInstantAlerts();
      pass(7 * 24 * hour);
      await performSendAlerts();

      expect(cut()).toBe(true);
      for (const rhythm of rhythms) expect(await sentTo(mailOf(rhythm)), rhythm).toEqual(offers);
      expect(await AlertDigestModel.countDocuments()).toBe(0);
    },
  );

  it("back two hours, an instant alert made since is learnt at once", async () => {
    await givenAlert({ email: "avant@exemple.invalid", frequency: "instant" });
    await publish();
    await performSendInstantAlerts();

    pass(-2 * hour);
    await givenAlert({ email: mailOf("instant"), frequency: "instant" });
    const offer = await publish();
    await performSendInstantAlerts();

    expect(await sentTo(mailOf("instant"))).toEqual([offer]);
    expect(await AlertModel.countDocuments({ email: mailOf("instant") })).toBe(1);
  });

  const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1e9));
  it(`any way, at any moment, any number of times, no offer is lost or told twice (seed ${seed})`, async () => {
    const draw = drawFrom(seed);
    for (const frequency of rhythms) await givenAlert({ email: mailOf(frequency), frequency });
    const offers: string[] = [];
    const acts = [
      async () => void offers.push(await publish()),
      performSendInstantAlerts,
      performSendAlerts,
      async () => pass(60_000 * (1 + draw(600))),
      async () => pass((draw(12) - 6) * hour),
      async () => void (await Promise.allSettled([performSendInstantAlerts(), performSendAlerts()])),
    ];
    for (let step = 0; step < 80; step++) {
      const act = acts[offers.length < 9 ? draw(acts.length) : 1 + draw(acts.length - 1)];
      await act?.();
      await AlertReaderModel.updateMany({}, { $set: { seenAt: now() } });
    }
    await tenMornings();

    for (const rhythm of rhythms) expect(await sentTo(mailOf(rhythm)), rhythm).toEqual(offers);
  });
});
