import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { forgetMailsNaming } from "#server/platform/mail/forget.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, type Person } from "#test/support/people.ts";
import { givenCandidate, givenEmployer, givenOffer } from "./given-hiring.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const dress = (asked: supertest.Test, person: Person | null): supertest.Test => {
  asked.set("Sec-Fetch-Site", "same-origin").set("Accept", "text/html");
  return person ? asked.set("Cookie", person.cookie) : asked;
};

const title = "Aide-soignant : de nuit ?";

describe("the marks of a sentence, byte for byte,", () => {
  it("are tied where it is read, and come back as they were typed", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId, { title });
    const lina = await givenCandidate();
    const message = `Prête ? « Oui » : ! ; ${"a".repeat(2_000)}`;

    const refused = await dress(supertest(house.app).post(offer.applyAt), lina).type("form").send({ message });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`>${message}</textarea>`);
    expect(refused.text).toContain("Aide-soignant\u00a0: de nuit\u00a0?");
    expect(refused.text).not.toContain(title);
  });

  it("are left alone for machines", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId, { title });

    const { text } = await dress(supertest(house.app).get(offerAddress(offer)), null);
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? [];
    const api = await asks(house).getJson(`/api/v1/offers/${offer.id}`);

    expect(JSON.parse(json)).toMatchObject({ title });
    expect(api.body).toMatchObject({ title });
    expect(text).toContain("<h1>Aide-soignant\u00a0: de nuit\u00a0?</h1>");
  });

  it("are tied in the mail that leaves, its subject included", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId, { title });
    const lina = await givenCandidate();

    await asks(house, lina).post(offer.applyAt, {});
    await house.drain();

    const receipt = (await listMails()).find(({ to }) => to === lina.email);
    expect(receipt?.subject).toBe("Candidature envoyée\u00a0: Aide-soignant\u00a0: de nuit\u00a0?");
    expect(receipt?.html).toContain("Aide-soignant\u00a0: de nuit\u00a0?");
    expect(receipt?.text).toContain("Aide-soignant\u00a0: de nuit\u00a0?");
  });

  it("hide no mail from what must be forgotten", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId, { title });
    const lina = await givenCandidate();
    await asks(house, lina).post(offer.applyAt, {});
    await house.drain();

    await forgetMailsNaming([title]);

    expect(await DispatchModel.countDocuments({ to: lina.email })).toBe(0);
    expect((await listMails()).filter(({ to }) => to === lina.email)).toEqual([]);
  });
});
