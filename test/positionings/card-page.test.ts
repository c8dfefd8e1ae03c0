import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { newId } from "#server/platform/fields.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { type Desk, givenDesk, givenProposed, positioningOf } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
});
afterAll(() => house.close());

const cardAt = async (status: "suggested" | "noAnswer"): Promise<string> => {
  const seeker = await givenProposed(house, desk);
  const { id } = await positioningOf(desk.offerId, seeker.id);
  await PositioningModel.updateOne({ _id: id }, { $set: { status } });
  return (await asks(house, desk.officer).get(`/bureau/positionnements/${id}`)).text;
};

describe("the card of a positioning", () => {
  it("says « de nouveau » only of an offer that was already proposed", async () => {
    const [first, again] = [await cardAt("suggested"), await cardAt("noAnswer")];

    expect(first).toContain("Proposer l’offre");
    expect(first).not.toContain("Proposer de nouveau");
    expect(again).toContain("Proposer de nouveau");
  });

  it("gives the company's number to press, as it is read aloud", async () => {
    const contact = { id: newId(), name: "Brigitte Rouxel", role: "gérante", phone: "0555000044", email: null };
    await CompanyModel.updateOne({ _id: desk.recruiter.companyId }, { $set: { contacts: [contact] } });

    const page = await cardAt("suggested");

    expect(page).toMatch(/<a [^>]*href="tel:0555000044"[^>]*>05 55 00 00 44<\/a>/);
  });
});
