import { Types } from "mongoose";
import supertest from "supertest";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { alertLinkPath } from "#server/alerts/find-alerts.ts";
import { visitParameter } from "#server/alerts/note-visit.ts";
import { setClock } from "#server/platform/clock.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { digestsTo, forgetAlerts, givenAlert, givenNewOffer, runAlerts } from "./given-alerts.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(async () => {
  setClock();
  await forgetAlerts();
});
afterAll(() => house.close());

const start = Date.parse("2026-12-01T06:00:00Z");
const email = "silence@exemple.invalid";

/** Each of these mornings brings a new offer; gives the days a mail left. */
const mornings = async (from: number, to: number): Promise<number[]> => {
  const sentOn: number[] = [];
  for (let day = from; day <= to; day++) {
    setClock(new Date(start + day * 86_400_000));
    await givenNewOffer({ expiresOn: "2027-12-31" });
    const before = (await digestsTo(email)).length;
    await runAlerts(house);
    if ((await digestsTo(email)).length > before) sentOn.push(day);
  }
  return sentOn;
};

const newest = async (): Promise<string> => (await digestsTo(email))[0]?.text ?? "";

describe("mails that nobody seems to read", { timeout: 120_000 }, () => {
  it("come once a week after eight, the eighth says so, and one press undoes it", async () => {
    setClock(new Date(start));
    const alert = await givenAlert({ email });
    const before = await mornings(0, 6);
    const seventh = await newest();
    const eighth = await mornings(7, 7);
    const said = await newest();
    const after = await mornings(8, 15);
    const link = alertLinkPath(String(alert._id));
    const page = await asks(house).get(link);
    await asks(house).get(link);
    const looked = await mornings(16, 17);
    await asks(house).post(`${link}/rythme`);
    const undone = await mornings(18, 19);

    expect([before, eighth, after]).toEqual([[0, 1, 2, 3, 4, 5, 6], [7], [14]]);
    expect(seventh).not.toContain("moins souvent");
    expect(said).toContain("8e mail sans clic ni visite");
    expect(said).toContain("une fois par semaine");
    expect(page.text).toContain("Reprendre le rythme d’avant");
    expect(page.text).toContain("Ralentie");
    expect([looked, undone]).toEqual([[], [18, 19]]);
    expect((await asks(house).get(link)).text).not.toContain("Ralentie");
  });

  it("find their rhythm again when an offer of a mail is opened, without leading elsewhere", async () => {
    setClock(new Date(start));
    const alert = await givenAlert({ email });
    await mornings(0, 8);
    const { reference } = await givenNewOffer();

    const opened = await supertest(house.app).get(`/offres/x-${reference}?${visitParameter(String(alert._id))}`);
    await expect.poll(async () => (await AlertReaderModel.findOne({ email }).lean())?.seenAt).not.toBeNull();

    expect([opened.status, opened.headers.location?.includes("alerte=") ?? true]).not.toContain(404);
    expect(await mornings(9, 10)).toEqual([9, 10]);
  });

  it("are not slowed down by a parameter that was forged", async () => {
    setClock(new Date(start));
    const alert = await givenAlert({ email });
    await mornings(0, 1);
    await asks(house).get(`/offres?alerte=${alert._id}.${"A".repeat(32)}`);
    await asks(house).get("/offres?alerte=1&alerte=2");

    expect((await AlertReaderModel.findOne({ email }).lean())?.seenAt).toBeNull();
  });

  it("keep coming to a person who visits", async () => {
    setClock(new Date(start));
    const person = await givenPerson();
    await AccountModel.updateOne({ _id: person.id }, { $set: { email, lastSeenAt: new Date(start + 6 * 86_400_000) } });
    await givenAlert({ email, accountId: new Types.ObjectId(person.id) });

    expect(await mornings(0, 10)).toHaveLength(11);
  });
});

describe("an alert saved with an address alone", { timeout: 60_000 }, () => {
  it("belongs to the account that the address opens later, and not before it is confirmed", async () => {
    const person = await givenPerson();
    const known = await givenAlert({ email: person.email, label: "Confirmée" });
    const unproved = { status: "unconfirmed", confirmedAt: null } as const;
    await givenAlert({ email: person.email, label: "Jamais confirmée", ...unproved });

    const page = await asks(house, person).get("/mes-alertes");

    expect(page.text).toContain("Confirmée");
    expect(page.text).not.toContain("Jamais confirmée");
    expect(String((await AlertModel.findById(known._id).lean())?.accountId)).toBe(person.id);
  });

  it("is attached by the morning's run too, and silent when that account is closed", async () => {
    const person = await givenPerson();
    const alert = await givenAlert({ email: person.email });
    await runAlerts(house);
    await givenNewOffer();
    await runAlerts(house);
    const attached = (await AlertModel.findById(alert._id).lean())?.accountId;
    await AccountModel.updateOne({ _id: person.id }, { $set: { status: "disabled" } });
    await givenNewOffer({ title: "Aide-soignant de jour" });
    await runAlerts(house);

    expect(String(attached)).toBe(person.id);
    expect(await digestsTo(person.email)).toHaveLength(1);
  });
});
