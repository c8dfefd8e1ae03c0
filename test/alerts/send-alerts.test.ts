import { Types } from "mongoose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { alertLinkPath } from "#server/alerts/find-alerts.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { tulle } from "#test/offers/an-offer.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { digestsTo, forgetAlerts, givenAlert, givenNewOffer, offersIn, runAlerts } from "./given-alerts.ts";

let house: House;
let count = 0;
const anAddress = (): string => {
  count += 1;
  return `personne${count}@exemple.invalid`;
};
beforeAll(async () => {
  house = await openHouse();
});
afterEach(async () => {
  setClock();
  await forgetAlerts();
});
afterAll(() => house.close());

const brive = { ...tulle, code: "19031", name: "Brive-la-Gaillarde", lat: 45.16, lon: 1.53 };
const naves = { ...tulle, code: "19146", name: "Naves", lat: 45.32, lon: 1.77 };

describe("the morning's run", { timeout: 60_000 }, () => {
  it("writes one mail with the new offers that fit, and why each is there", async () => {
    const email = anAddress();
    const alert = await givenAlert({ email });
    await givenNewOffer({ commune: naves });
    await givenNewOffer({ title: "Maçon", occupation: "F1703" });
    await givenNewOffer({ commune: brive });

    await runAlerts(house);

    const [mail, ...others] = await digestsTo(email);
    expect(others).toEqual([]);
    expect(offersIn(mail)).toHaveLength(1);
    expect(mail?.subject).toBe("1 nouvelle offre : Aide-soignant, 20 km autour de Tulle");
    expect(mail?.text).toContain("« aide-soignant », à 6 km de Tulle, CDI");
    const unsubscribe = `${alertLinkPath(String(alert._id))}/desinscription`;
    expect(mail?.headers["List-Unsubscribe"]).toMatch(
      new RegExp(`^<https?://[^>]+${unsubscribe.replace(".", "\\.")}>$`),
    );
    expect(mail?.headers["List-Unsubscribe"]?.length).toBeLessThan(200);
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(mail?.text).toContain(alertLinkPath(String(alert._id)));
  });

  it("writes nothing when nothing is new, not even the offers that were there before", async () => {
    const email = anAddress();
    await givenNewOffer();
    await givenAlert({ email });

    await runAlerts(house);
    await runAlerts(house);

    expect(await digestsTo(email)).toEqual([]);
  });

  it("sends each offer once to one person, whichever alerts find it, even republished", async () => {
    const email = anAddress();
    await givenAlert({ email });
    await givenAlert({ email, label: "Nuit", query: { ...(await givenAlert()).query, text: "nuit" } });
    const offer = await givenNewOffer();
    await runAlerts(house);
    await OfferModel.updateOne({ _id: offer.id }, { $set: { status: "suspended" } });
    await runAlerts(house);
    await OfferModel.updateOne({ _id: offer.id }, { $set: { status: "published" } });
    await AlertModel.updateMany({ email }, { $set: { cursor: 0 } });
    await runAlerts(house);

    const mails = await digestsTo(email);
    expect(mails.flatMap((mail) => offersIn(mail)).filter((path) => path.endsWith(`-${offer.reference}`))).toHaveLength(
      1,
    );
  });

  it("shows ten at most, two of one company, and says how many others there are", async () => {
    const email = anAddress();
    const alert = await givenAlert({ email });
    const companyId = new Types.ObjectId().toHexString();
    for (let i = 0; i < 4; i++) await givenNewOffer({ companyId, title: `Aide-soignant, étage ${i}` });
    for (let i = 0; i < 13; i++) await givenNewOffer();

    await runAlerts(house);
    await runAlerts(house);

    const mails = await digestsTo(email);
    expect(mails).toHaveLength(1);
    expect(offersIn(mails[0])).toHaveLength(10);
    expect(mails[0]?.text).toContain(`Et 7 autres offres pour « ${alert.label} »`);
    expect(mails[0]?.text).toContain("/offres?q=aide-soignant&commune=19272&radius=20");
  });

  it("does not send the others another day, even those a minute old", async () => {
    const email = anAddress();
    await givenAlert({ email });
    for (let i = 0; i < 14; i++) await givenNewOffer({ publishedAt: new Date().toISOString() });

    await runAlerts(house);
    await runAlerts(house);

    expect(await digestsTo(email)).toHaveLength(1);
  });

  it("skips an offer that takes its number early and is saved late, then sends it", async () => {
    const email = anAddress();
    await givenAlert({ email });
    const late = await givenNewOffer({ status: "draft", publishedAt: new Date().toISOString() });
    await givenNewOffer({ publishedAt: new Date().toISOString() });
    await runAlerts(house);
    await OfferModel.updateOne({ _id: late.id }, { $set: { status: "published" } });
    await runAlerts(house);

    const sent = (await digestsTo(email)).flatMap((mail) => offersIn(mail));
    expect(sent.some((path) => path.endsWith(`-${late.reference}`))).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["exclusive", { exclusive: true }],
    ["a draft", { status: "draft" as const }],
    ["filled", { status: "filled" as const }],
    ["over since yesterday", { expiresOn: "2026-01-01" }],
  ])("never shows an offer that is %s", async (_name, given) => {
    const email = anAddress();
    await givenAlert({ email });
    await givenNewOffer(given);

    await runAlerts(house);

    expect(await digestsTo(email)).toEqual([]);
  });

  it.each([
    ["stopped", { status: "stopped" as const }],
    ["not confirmed", { status: "unconfirmed" as const, confirmedAt: null }],
    ["paused", { status: "paused" as const }],
    ["paused until tomorrow", { status: "paused" as const, pausedUntil: new Date(Date.now() + 86_400_000) }],
  ])("writes to no alert that is %s", async (_name, given) => {
    const email = anAddress();
    await givenAlert({ email, ...given });
    await givenNewOffer();

    await runAlerts(house);

    expect(await digestsTo(email)).toEqual([]);
  });

  it("writes to nobody whose account is closed", async () => {
    const person = await givenPerson();
    await givenAlert({ email: person.email, accountId: new Types.ObjectId(person.id) });
    await AccountModel.updateOne({ _id: person.id }, { $set: { status: "disabled" } });
    await givenNewOffer();

    await runAlerts(house);

    expect(await digestsTo(person.email)).toEqual([]);
  });

  it("takes up a pause that is over, with what came meanwhile", async () => {
    const email = anAddress();
    await givenAlert({ email, status: "paused", pausedUntil: new Date(Date.now() - 1_000) });
    await givenNewOffer();

    await runAlerts(house);

    expect(await digestsTo(email)).toHaveLength(1);
  });

  it("is one mail for an unsubscribed person's last morning, and none the next", async () => {
    const email = anAddress();
    const alert = await givenAlert({ email });
    await givenNewOffer();
    await runAlerts(house);
    await asks(house).post(`${alertLinkPath(String(alert._id))}/desinscription`);
    await givenNewOffer();
    await runAlerts(house);

    expect(await digestsTo(email)).toHaveLength(1);
  });
});

describe("time", { timeout: 90_000 }, () => {
  it("off for three days is one mail that catches up", async () => {
    const email = anAddress();
    await givenAlert({ email });
    const start = Date.now();
    for (let day = 0; day < 3; day++) {
      setClock(new Date(start + day * 86_400_000));
      await givenNewOffer();
    }
    setClock(new Date(start + 3 * 86_400_000));

    await runAlerts(house);

    const mails = await digestsTo(email);
    expect(mails).toHaveLength(1);
    expect(offersIn(mails[0])).toHaveLength(3);
  });

  it.each(["2026-10-24T05:00:00Z", "2027-03-27T06:00:00Z"])(
    "skips and doubles nothing when the clocks change after %s",
    async (eve) => {
      const email = anAddress();
      setClock(new Date(eve));
      await givenAlert({ email });
      for (let hour = 0; hour < 72; hour += 12) {
        setClock(new Date(Date.parse(eve) + hour * 3_600_000));
        await givenNewOffer();
        if (hour % 24 === 0) await runAlerts(house);
      }
      setClock(new Date(Date.parse(eve) + 72 * 3_600_000));
      await runAlerts(house);

      const sent = (await digestsTo(email)).flatMap((mail) => offersIn(mail));
      expect(sent).toHaveLength(6);
      expect(new Set(sent).size).toBe(6);
    },
  );

  it("a weekly alert waits for Monday, once, or for the first run after a Monday that was missed", async () => {
    const email = anAddress();
    const sentOn: string[] = [];
    setClock(new Date("2026-12-02T06:00:00Z")); // a Wednesday
    await givenAlert({ email, frequency: "weekly" });
    for (const day of ["02", "04", "06", "07", "08", "11", "15", "16"]) {
      setClock(new Date(`2026-12-${day}T06:00:00Z`)); // the 7th is a Monday; on the 14th the worker was off
      await givenNewOffer();
      const before = (await digestsTo(email)).length;
      await runAlerts(house);
      if ((await digestsTo(email)).length > before) sentOn.push(day);
    }

    expect(sentOn).toEqual(["07", "15"]);
  });
});
