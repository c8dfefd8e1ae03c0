import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { keepOutcome } from "#server/accounts/past-outcome-model.ts";
import { idOf } from "#test/support/actors.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { amount, emptyWorld, figure, givenCard, givenOffer, october, tulleGroup, ussel } from "./given-world.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(emptyWorld);

describe("a positioning counts", () => {
  it.each([
    { at: "2026-09-30T21:59:59.000Z", counted: 0, when: "the last second of September in Paris" },
    { at: "2026-09-30T22:00:00.000Z", counted: 1, when: "the first second of October in Paris" },
    { at: "2026-10-31T22:59:59.000Z", counted: 1, when: "the last second of October, after the clocks changed" },
    { at: "2026-10-31T23:00:00.000Z", counted: 0, when: "the first second of November in Paris" },
  ])("$counted on $when", async ({ at, counted }) => {
    await givenCard([["proposed", at]]);

    expect(await amount("positionings")).toBe(counted);
  });

  it("once, the day of its first proposal, however often it is proposed again", async () => {
    await givenCard([
      ["suggested", "2026-09-01T08:00:00.000Z"],
      ["proposed", "2026-09-02T08:00:00.000Z"],
      ["noAnswer", "2026-09-20T08:00:00.000Z"],
      ["proposed", "2026-10-05T08:00:00.000Z"],
    ]);

    expect(await amount("positionings")).toBe(0);
    expect(await amount("positionings", { periode: "dates", du: "2026-09-01", au: "2026-09-30" })).toBe(1);
  });

  it("not at all while it is an idea of the officer's", async () => {
    await givenCard([["suggested", "2026-10-05T08:00:00.000Z"]]);

    expect(await amount("positionings")).toBe(0);
  });

  it("each step on its own day: proposed in September, hired in October, gone since", async () => {
    const accountId = idOf(0xacc1);
    await givenCard(
      [
        ["proposed", "2026-09-10T08:00:00.000Z"],
        ["consented", "2026-09-11T08:00:00.000Z"],
        ["submitted", "2026-09-30T08:00:00.000Z"],
        ["interviewed", "2026-10-02T08:00:00.000Z"],
        ["hired", "2026-10-04T08:00:00.000Z"],
        ["endedEarly", "2026-11-04T08:00:00.000Z"],
      ],
      { accountId },
    );
    await givenCard([["proposed", "2026-10-10T08:00:00.000Z"]], { accountId });
    await givenCard([["proposed", "2026-10-11T08:00:00.000Z"]], { accountId });

    expect(await amount("positionings")).toBe(2);
    expect(await amount("positionedPeople")).toBe(1);
    expect(await amount("submitted")).toBe(0);
    expect(await amount("interviews")).toBe(1);
    expect(await amount("hires")).toBe(1);
    expect(await amount("inPostM6")).toEqual([0, 0]);
    expect(await amount("inPostM6", { periode: "annee" })).toEqual([0, 1]);
  });

  it("where the job is, whatever the person's own commune", async () => {
    await givenCard([["proposed", "2026-10-10T08:00:00.000Z"]]);
    await givenCard([["proposed", "2026-10-10T08:00:00.000Z"]], { offerId: await givenOffer({ commune: ussel }) });

    const { areas, now, months } = await figure("positionings", { ...october, decoupage: "epci" });

    expect(now).toEqual({ kind: "number", value: 2 });
    expect(areas.filter(({ figure: one }) => one.kind === "number" && one.value > 0)).toHaveLength(2);
    expect(months.map(({ total }) => total.kind === "number" && total.value)).toEqual([...Array(11).fill(0), 2]);
    expect(await amount("positionings", { ...october, territoire: tulleGroup })).toBe(1);
  });

  it("still, by its month alone, once its person was erased", async () => {
    const at = (day: string) => new Date(`${day}T08:00:00.000Z`);
    await keepOutcome({
      kind: "positioning",
      status: "hired",
      steps: [
        { status: "proposed", at: at("2026-09-10") },
        { status: "hired", at: new Date("2026-09-30T22:30:00.000Z") },
      ],
      offer: null,
    });

    expect(await amount("positionings")).toBe(0);
    expect(await amount("hires")).toBe(1);
    expect(await amount("positionings", { periode: "annee" })).toBe(1);
  });
});
