import { Types } from "mongoose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { instantPerDay } from "#shared/alerts/alert-pace.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { forgetInstantBook } from "#workers/alerts/instant-book.ts";
import {
  digestsTo,
  forgetAlerts,
  givenAlert,
  givenNewOffer,
  offersIn,
  runAlerts,
  runInstantAlerts,
} from "./given-alerts.ts";

let house: House;
let count = 0;
let email = "";
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => {
  count += 1;
  email = `vite${count}@exemple.invalid`;
  setClock(noon);
});
afterEach(async () => {
  setClock();
  forgetInstantBook();
  await forgetAlerts();
});
afterAll(() => house.close());

const noon = new Date("2026-12-02T11:00:00Z"); // a Wednesday
const minutesLater = (minutes: number): void => setClock(new Date(noon.getTime() + minutes * 60_000));
const published = () => ({ publishedAt: new Date(noon.getTime() - 60_000).toISOString() });
const mails = async () => (await digestsTo(email)).length;

describe("an instant alert", { timeout: 60_000 }, () => {
  it("writes within the minute, once, and neither the next minute nor the next morning again", async () => {
    await givenAlert({ email, frequency: "instant" });
    await runInstantAlerts(house);
    await givenNewOffer(published());
    await runInstantAlerts(house);
    const atOnce = await mails();
    minutesLater(1);
    await runInstantAlerts(house);
    minutesLater(10);
    await runInstantAlerts(house);
    setClock(new Date("2026-12-03T06:00:00Z"));
    await runAlerts(house);

    expect([atOnce, await mails()]).toEqual([1, 1]);
  });

  it("leaves to the morning what was published before it, and what other rhythms ask", async () => {
    await givenNewOffer(published());
    await givenAlert({ email, frequency: "instant" });
    await givenAlert({ email: `autre-${email}`, frequency: "daily", cursor: 0 });

    await runInstantAlerts(house);

    expect(await mails()).toBe(0);
    expect(await digestsTo(`autre-${email}`)).toEqual([]);
  });

  it("learns an alert that was changed meanwhile, and forgets one that was stopped", async () => {
    const slow = await givenAlert({ email, frequency: "daily" });
    const stopped = await givenAlert({ email: `arret-${email}`, frequency: "instant" });
    await runInstantAlerts(house);
    await givenNewOffer(published());
    await runInstantAlerts(house);
    const first = (await digestsTo(`arret-${email}`)).length;
    await AlertModel.updateOne({ _id: slow._id }, { $set: { frequency: "instant", changedAt: noon } });
    await AlertModel.updateOne({ _id: stopped._id }, { $set: { status: "stopped" } });
    minutesLater(5);
    await givenNewOffer(published());
    await runInstantAlerts(house);

    expect([first, (await digestsTo(`arret-${email}`)).length, await mails()]).toEqual([1, 1, 1]);
  });

  it("writes five times a day at most; the next morning brings the others", async () => {
    await givenAlert({ email, frequency: "instant" });
    for (let i = 0; i < instantPerDay + 2; i++) {
      minutesLater(i);
      await givenNewOffer(published());
      await runInstantAlerts(house);
    }
    const thatDay = await mails();
    setClock(new Date("2026-12-03T06:00:00Z"));
    await runAlerts(house);

    const sent = (await digestsTo(email)).flatMap((mail) => offersIn(mail));
    expect([thatDay, await mails()]).toEqual([instantPerDay, instantPerDay + 1]);
    expect(sent).toHaveLength(instantPerDay + 2);
    expect(new Set(sent).size).toBe(instantPerDay + 2);
  });

  it("does not write at night: the morning does", async () => {
    setClock(new Date("2026-12-02T22:30:00Z"));
    await givenAlert({ email, frequency: "instant" });
    await givenNewOffer({ publishedAt: "2026-12-02T22:00:00.000Z" });
    await runInstantAlerts(house);
    const atNight = await mails();
    setClock(new Date("2026-12-03T06:00:00Z"));
    await runInstantAlerts(house);
    await runAlerts(house);

    expect([atNight, await mails()]).toEqual([0, 1]);
  });

  it("catches up once when the worker was off, four runs together with the morning's", async () => {
    await givenAlert({ email, frequency: "instant" });
    for (let i = 0; i < 3; i++) await givenNewOffer(published());
    minutesLater(600);
    await Promise.all([runInstantAlerts(house), runAlerts(house), runInstantAlerts(house), runAlerts(house)]);
    await runAlerts(house);

    const sent = (await digestsTo(email)).flatMap((mail) => offersIn(mail));
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(3);
  });
});

describe("an offer that is written anew", { timeout: 60_000 }, () => {
  const companyId = new Types.ObjectId().toHexString();

  it.each([
    ["is not sent again within the month", "Aide-soignante de nuit (H/F)", {}, 20, 1],
    ["is sent once the month is over", "Aide-soignant de nuit F/H", {}, 40, 2],
    ["under another contract is another offer", "Aide-soignant de nuit F/H", { contract: "cdd" as const }, 20, 2],
    ["by another house is another offer", "Aide-soignant de nuit F/H", { companyId: "f".repeat(24) }, 20, 2],
  ])("%s", async (_name, title, given, days, expected) => {
    await givenAlert({ email });
    const offer = await givenNewOffer({ companyId });
    await runAlerts(house);
    await OfferModel.updateOne({ _id: offer.id }, { $set: { status: "cancelled" } });
    setClock(new Date(noon.getTime() + days * 86_400_000));
    await givenNewOffer({ companyId, title, expiresOn: "2027-12-31", ...given });
    await AlertReaderModel.deleteMany({});
    await runAlerts(house);

    expect(await mails()).toBe(expected);
  });
});
