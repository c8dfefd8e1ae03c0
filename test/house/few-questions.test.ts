import mongoose from "mongoose";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { seedDemo } from "#server/demo/seed-demo.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { givenCandidate, givenEmployer, givenOffer } from "#test/applications/given-hiring.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let officer: Person;
let asked: string[] = [];
beforeAll(async () => {
  house = await openHouse();
  const url = new URL(inject("storeUrl"));
  url.pathname = `/${mongoose.connection.name}`;
  await mongoose.disconnect();
  await mongoose.connect(url.href, { monitorCommands: true });
  await seedDemo({ territory: "19", offers: 300, cvs: 300 });
  officer = await givenPerson({ role: "officer" });
  await house.drain();
  mongoose.connection.getClient().on("commandStarted", ({ commandName }) => {
    asked.push(commandName);
  });
}, 120_000);
afterAll(() => house.close());
beforeEach(() => {
  asked = [];
});

/** Each question costs both processes more than what most of them bring back. */
describe("the whole desk is read with few questions to the store", () => {
  it.each([
    ["/bureau?qui=tous", 26],
    ["/bureau/positionnements", 16],
    ["/bureau/entreprises", 9],
    ["/bureau/offres-exclusives", 5],
    ["/admin/moderation", 7],
  ])("by %s: %d at most", async (path, most) => {
    const { status } = await asks(house, officer).get(path);

    expect(status).toBe(200);
    expect(asked.length).toBeLessThanOrEqual(most);
  });

  it("by the ranking of an exclusive offer: 15 at most", async () => {
    const offer = await OfferModel.findOne({ exclusive: true, status: "published" }).lean();
    asked = [];

    const { status } = await asks(house, officer).get(`/bureau/offres-exclusives/${offer?._id}`);

    expect(status).toBe(200);
    expect(asked.length).toBeLessThanOrEqual(15);
  });
});

describe("an application", () => {
  it("writes ten times at most, until both its mails have left", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate();
    await house.drain();
    asked = [];

    const { status } = await asks(house, lina).post(offer.applyAt, { message: "Bonjour" });
    await house.drain();

    const writes = asked.filter((name) => ["insert", "update", "findAndModify"].includes(name));
    expect(status).toBe(303);
    expect(writes.length).toBeLessThanOrEqual(10);
  });
});
