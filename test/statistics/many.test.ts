import { Types } from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { givenOffer } from "./given-world.ts";

const cards = 20_000;
const batch = 500;

let house: House;
let officer: Person;
beforeAll(async () => {
  house = await openHouse();
  setClock(new Date("2026-11-22T09:00:00Z"));
  officer = await givenPerson({ role: "officer" });
  const offerIds: string[] = [];
  for (let at = 0; at < 20; at += 1) offerIds.push(await givenOffer());
  for (let from = 0; from < cards; from += batch)
    await PositioningModel.collection.insertMany(
      Array.from({ length: batch }, (_, at) => cardOf(from + at, offerIds)) as never[],
    );
}, 120_000);
afterAll(() => house.close());

/** One a person, all along the year; one in four hired. */
const cardOf = (number: number, offerIds: readonly string[]) => {
  const at = new Date(Date.UTC(2026, number % 10, 1 + (number % 27), 9));
  const road =
    number % 4 === 0 ? ["proposed", "consented", "submitted", "interviewed", "hired"] : ["proposed", "declined"];
  return {
    _id: new Types.ObjectId(),
    offerId: new Types.ObjectId(offerIds[number % offerIds.length]),
    accountId: new Types.ObjectId(),
    status: road.at(-1),
    steps: road.map((status) => ({ status, at, by: null, note: null })),
    createdAt: at,
    updatedAt: at,
  };
};

describe("with twenty thousand positionings", () => {
  it("the whole page is counted right, others are served meanwhile, and it costs seconds of processor at most", async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 5);
    const before = process.cpuUsage();

    const { text, status } = await asks(house, officer).get("/bureau/bilans?periode=annee");

    const { user, system } = process.cpuUsage(before);
    clearInterval(others);
    expect(status).toBe(200);
    expect(text).toContain('<b class="figure num">20 000</b>');
    expect(text).toContain('<b class="figure num">5 000</b>');
    expect(turns).toBeGreaterThan(10);
    expect((user + system) / 1_000_000, "seconds of processor").toBeLessThan(6);
    process.stdout.write(`Bilans of ${cards} positionings: ${Math.round((user + system) / 1_000)} ms of processor\n`);
  }, 60_000);
});
