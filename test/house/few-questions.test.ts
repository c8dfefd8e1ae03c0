import mongoose from "mongoose";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { seedDemo } from "#server/demo/seed-demo.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { givenCandidate, givenEmployer, givenOffer, type KeptOffer } from "#test/applications/given-hiring.ts";
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
  mongoose.connection.getClient().on("commandStarted", ({ commandName, command }) => {
    asked.push(`${commandName} ${command[commandName]}`);
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

const writes = /^(insert|update|findAndModify) /;
const ofMails = /^\w+ (dispatches|erased_words|refused-settings)$/;

describe("an application", () => {
  let offers: readonly KeptOffer[];
  let lina: Person;
  beforeEach(async () => {
    const { companyId } = await givenEmployer();
    offers = [await givenOffer(companyId), await givenOffer(companyId)];
    lina = await givenCandidate({ lastUsedAt: "2026-01-05T08:00:00.000Z" });
    await house.drain();
    asked = [];
  });
  const applies = (to: KeptOffer | undefined) => asks(house, lina).post(to?.applyAt ?? "", { message: "Bonjour" });

  it("asks eight questions at most while its person waits, and seven on a day when the CV served already", async () => {
    const { status } = await applies(offers[0]);
    const first = asked.length;
    const again = await applies(offers[1]);

    expect([status, again.status]).toEqual([303, 303]);
    expect(first).toBeLessThanOrEqual(8);
    expect(asked.length - first).toBeLessThanOrEqual(7);
  });

  it("is read once, with its offer and its people, to tell both sides", async () => {
    await applies(offers[0]);
    asked = [];

    await house.drain();

    const told = ["find accounts", "find applications", "find offers", "update applications"];
    expect(asked.filter((one) => !ofMails.test(one)).sort()).toEqual(told);
  });

  it("wakes two jobs: what it owes, and its mails together", async () => {
    const add = vi.spyOn(house.queue, "add");

    await applies(offers[0]);
    await house.drain();

    expect(add.mock.calls.map(([{ name }]) => name)).toEqual(["settle-applications", "send-few-dispatches"]);
    add.mockRestore();
  });

  it("writes nine times at most, until both its mails have left", async () => {
    const { status } = await applies(offers[0]);
    await house.drain();

    expect(status).toBe(303);
    expect(asked.filter((one) => writes.test(one)).length).toBeLessThanOrEqual(9);
  });
});

describe("an offer taken off line and put back", () => {
  it("is one job each time, that reads it whole once and marks it done in one write", async () => {
    const employer = await givenEmployer();
    const { id } = await givenOffer(employer.companyId);
    await house.drain();
    const add = vi.spyOn(house.queue, "add");

    for (const [act, most] of [
      ["suspension", 4],
      ["publication", 5],
    ] as const) {
      asked = [];
      add.mockClear();
      const { status } = await asks(house, employer).post(`/employeur/offres/${id}/${act}`, {});
      expect(status).toBe(303);
      expect(asked.length).toBeLessThanOrEqual(most);
      asked = [];
      await house.drain();
      expect(asked).toEqual(["find offers", "find offers", "update offers"]);
      expect(add).toHaveBeenCalledTimes(1);
    }
    add.mockRestore();
  });
});
