import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMails } from "#server/platform/mail/transport.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";
import { givenApplication } from "./given-hiring.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const closedMails = async (address: string) =>
  (await listMails()).filter(({ to, subject }) => to === address && subject.startsWith("Offre close"));

describe("the end of an offer", () => {
  it("is told once to a candidate who waits, with what it changes for them", async () => {
    const { employer, offer, candidate } = await givenApplication(house);

    const closed = await asks(house, employer).post(`/employeur/offres/${offer.id}/cloture`, { reason: "filledByUs" });
    await house.drain();
    await house.drain();

    expect(closed.status).toBe(303);
    const told = await closedMails(candidate.email);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain("Le poste est pourvu.");
  });

  it("is not told to those who have their answer", async () => {
    const { employer, offer, candidate, received } = await givenApplication(house);
    const refused = { from: "new", reason: "experience", text: "Bonjour Lina, pas cette fois." };
    const answered = await asks(house, employer).post(`${received}/reponse/refus`, refused);
    await asks(house, employer).post(`/employeur/offres/${offer.id}/cloture`, { reason: "filledByUs" });
    await house.drain();

    expect(answered.status).toBe(303);
    expect(await closedMails(candidate.email)).toEqual([]);
  });
});

describe("an employer's list of offers", () => {
  it("says how many applied and how many nobody read, with the way to them", async () => {
    const { employer, offer, received } = await givenApplication(house);

    const before = await asks(house, employer).get("/employeur/offres");
    await asks(house, employer).post(`${received}/lecture`, {});
    const after = await asks(house, employer).get("/employeur/offres");

    expect(before.text).toContain(`href="/employeur/candidatures?offre=${offer.reference}"`);
    expect(before.text).toContain("dont 1 nouvelle");
    expect(after.text).toContain(`href="/employeur/candidatures?offre=${offer.reference}"`);
    expect(after.text).not.toContain("dont 1 nouvelle");
  });
});
