import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenFair, press } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The entrance keeps what it says for a second. */
const entrance = async (): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  return (await asks(house).get("/")).text;
};

const inDays = (days: number) => ({ day: addDays(today(), days) });

describe("the entrance", () => {
  it("says the two next meetings open to all, and not one by invitation or cancelled", async () => {
    const before = await entrance();
    const first = await givenFair(house, { ...inDays(3), title: "Le premier" });
    await givenFair(house, { ...inDays(5), title: "Le second" });
    await givenFair(house, { ...inDays(6), title: "Le troisième" });
    await givenFair(house, { ...inDays(2), title: "Sur invitation", audience: "invited" });
    const after = await entrance();

    await press(house, first, "annulation");
    const later = await entrance();

    expect(before).not.toContain("Bientôt près de chez vous");
    expect(after).toContain(`href="/evenements/${first.datingId}"`);
    expect(after).toContain("Le second");
    expect(after).not.toMatch(/Le troisième|Sur invitation/);
    expect(later).not.toContain("Le premier");
    expect(later).toContain("Le troisième");
  });
});
