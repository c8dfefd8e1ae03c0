import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "#test/support/given-upload.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let officer: Person;
beforeAll(async () => {
  house = await openHouse();
  officer = await givenPerson({ role: "officer" });
});
afterAll(() => house.close());

const list = async (asked: string) => wordsOf((await asks(house, officer).get(`/bureau/entreprises${asked}`)).text);

describe("a network without a company", () => {
  it("says what to do first", async () => {
    expect(await list("")).toContain("Le réseau est vide");
  });

  it("says of a search that it found nothing", async () => {
    expect(await list("?q=fonderie")).toContain("Aucune entreprise ne correspond");
  });
});
