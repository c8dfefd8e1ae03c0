import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("an address", () => {
  it.each(["/", "/offres", "/OFFRES", "/offres/", "/api/v1/offers"])("%s is answered", async (address) => {
    await asks(house).get(address).expect(200);
  });

  it.each(["/offre", "/constructor", "/__proto__", "//offres"])("%s of no slice is missing", async (address) => {
    expect((await asks(house).get(address)).status).toBe(404);
  });
});
