import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { wordsOf } from "#test/support/given-upload.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let officer: Person;
beforeAll(async () => {
  house = await openHouse();
  officer = await givenPerson({ role: "officer" });
  const { companyId } = await givenRecruiter("verified", "Fonderie d’Essai");
  const needs = Array.from({ length: 60 }, (_, at) => ({
    id: newId(),
    occupation: `mouleur ${at + 1}`,
    people: 1,
    neededOn: addDays(today(), 3),
    note: null,
    at: new Date(Date.now() - (100 - at) * 3_600_000),
    by: officer.id,
    metAt: null,
  }));
  await CompanyModel.updateOne({ _id: companyId }, { $set: { needs } });
});
afterAll(() => house.close());

const morning = async (page: string) => wordsOf((await asks(house, officer).get(`/bureau?qui=moi${page}`)).text);

describe("a morning with sixty things to do", () => {
  it("shows the fifty that waited longest, says how many there are, and leads to the others", async () => {
    const first = await morning("");

    expect(first).toContain("60 choses attendent");
    expect(first).toContain("mouleur 50");
    expect(first).not.toContain("mouleur 51");
    expect(first).toContain("Page 1 sur 2");
    expect(await morning("&page=2")).toContain("mouleur 60");
  });

  it("shows the last page to who comes back to one that emptied", async () => {
    expect(await morning("&page=9")).toContain("mouleur 60");
  });
});
