import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RegistrationModel } from "#server/events/job-dating-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import { givenFair, givenRegistered, press } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

/** A label or a link leads to the first thing of that name: the second has none. */
const namedTwice = async (reader: Person, path: string): Promise<string[]> => {
  const { status, text } = await asks(house, reader).get(path);
  expect(status).toBe(200);
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
  const labels = [...text.matchAll(/<label for="([^"]+)"/g)].map(([, id = ""]) => id);
  expect(labels.filter((id) => !ids.includes(id))).toEqual([]);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
};

describe("every field has a name of its own", () => {
  it("on the pages of a timetable and of a table, which ask the same of each thing or person", async () => {
    const day = addDays(today(), 30);
    const fair = await givenFair(house, { day });
    const [recruiter] = fair.recruiters;
    for (const _ of [1, 2]) await givenRegistered(house, fair, [recruiter.companyId]);
    await press(house, fair, "planning");
    await press(house, fair, "planning/publication");
    await RegistrationModel.updateMany({}, { $set: { arrivedAt: instantOf(`${day}T08:50`) } });
    expect(await namedTwice(fair.officer, `/bureau/evenements/${fair.datingId}/planning`)).toEqual([]);
    setClock(instantOf(`${day}T09:50`));

    const employer = await signedInAgain(recruiter);
    const path = `/employeur/evenements/${fair.datingId}`;
    expect((await asks(house, employer).get(path)).text.split("</textarea>")).toHaveLength(3);
    expect(await namedTwice(employer, path)).toEqual([]);
  });

  it("on the page of a candidate's events, when there are two", async () => {
    const person = await givenPerson();
    for (const days of [20, 21])
      await givenRegistered(house, await givenFair(house, { day: addDays(today(), days) }), [], person);

    expect(await namedTwice(person, "/mes-evenements")).toEqual([]);
  });

  it("on the page of accounts, which searches by role and gives one", async () => {
    expect(await namedTwice(await givenPerson({ role: "admin" }), "/admin/comptes")).toEqual([]);
  });
});
