import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { datingOf, givenFair, givenRegistered, press } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const subjectsTo = async (email: string): Promise<string[]> =>
  (await DispatchModel.find({ to: email }).sort({ createdAt: 1 }).lean()).map(({ subject }) => subject);

describe("an event cancelled while mails were still owed", () => {
  it("sends the cancelling alone: no hours, no address to confirm", async () => {
    const fair = await givenFair(house);
    const { person } = await givenRegistered(house, fair, [fair.recruiters[0].companyId]);
    await press(house, fair, "planning");
    const at = `/bureau/evenements/${fair.datingId}`;
    const { version, basis } = await datingOf(fair.datingId);
    const visitor = { email: "visiteur@exemple.invalid", firstName: "Ida", lastName: "Passant" };

    const told = await asks(house, fair.officer).post(`${at}/planning/publication`, { version, basis });
    const asked = await asks(house).post(`/evenements/${fair.datingId}/inscription`, visitor);
    const cancelled = await asks(house, fair.officer).post(`${at}/annulation`, { version: version + 1 });
    await house.drain();

    expect([told.status, asked.status, cancelled.status]).toEqual([303, 303, 303]);
    const mails = await subjectsTo(person.email);
    expect(mails.filter((subject) => subject.startsWith("Vos horaires"))).toEqual([]);
    expect(mails.filter((subject) => subject.startsWith("Annulé"))).toHaveLength(1);
    expect(await subjectsTo(visitor.email)).toEqual([]);
  });
});
