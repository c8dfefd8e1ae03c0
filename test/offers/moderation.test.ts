import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import {
  givenDraft,
  givenPublished,
  givenRecruiter,
  offerOf,
  press,
  type Recruiter,
} from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { sentMails } from "#test/support/mails.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let admin: Person;
beforeAll(async () => {
  house = await openHouse();
  admin = await givenPerson({ role: "admin" });
});
afterAll(() => house.close());

const queue = "/admin/moderation";
const verify = (person: Person, { companyId }: Recruiter) =>
  asks(house, person).post(`${queue}/entreprises/${companyId}/verification`);
const refuse = (person: Person, { companyId }: Recruiter, reason = "Ce SIRET est celui d’une autre entreprise.") =>
  asks(house, person).post(`${queue}/entreprises/${companyId}/refus`, { reason });
const companyOf = ({ companyId }: Recruiter) => CompanyModel.findById(companyId).lean();
const subjectsTo = async ({ email }: Person) =>
  (await sentMails()).filter(({ to }) => to === email).map(({ subject }) => subject);

describe("the queue", () => {
  it("says so when nothing waits", async () => {
    const page = await asks(house, admin).get(queue);

    expect(page.text).toContain("Aucune entreprise n’attend");
    expect(page.text).toContain("Aucune offre n’attend");
  });

  it("shows the company that waited longest first, and the offers of each", async () => {
    const late = await givenRecruiter("pending", "Seconde fictive");
    const early = await givenRecruiter("pending", "Première fictive");
    await CompanyModel.updateOne({ _id: early.companyId }, { $set: { createdAt: new Date("2026-01-02") } });
    await givenPublished(house, late, { title: "Peintre qui attend F/H" });

    const { text } = await asks(house, admin).get(queue);

    expect(text.indexOf("Première fictive")).toBeLessThan(text.indexOf("Seconde fictive"));
    expect(text).toContain("Peintre qui attend F/H");
  });

  it.each(["candidate", "employer", "counsellor", "phoneAgent"] as const)("is missing for a %s", async (role) => {
    const other = await givenPerson({ role });
    const waiting = await givenRecruiter("pending");
    const id = await givenPublished(house, waiting);

    const tried = await Promise.all([
      asks(house, other).get(queue),
      asks(house, other).get(`${queue}/offres/${id}`),
      asks(house, other).post(`${queue}/offres/${id}/publication`),
      verify(other, waiting),
      refuse(other, waiting),
    ]);

    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await companyOf(waiting))?.status).toBe("pending");
  });
});

describe("verifying a company", () => {
  it.each(["admin", "officer"] as const)("by an %s publishes what waited and tells the employer", async (role) => {
    const staff = await givenPerson({ role });
    const person = await givenRecruiter("pending");
    const [one, two] = [await givenPublished(house, person), await givenPublished(house, person)];
    const draft = await givenDraft(house, person);

    expect((await verify(staff, person)).headers.location).toBe(queue);
    await house.drain();

    const company = await companyOf(person);
    expect(company).toMatchObject({ status: "verified", effects: [] });
    expect(company?.verifiedBy?.toHexString()).toBe(staff.id);
    expect(company?.notes.at(-1)?.by.toHexString()).toBe(staff.id);
    const statuses = await Promise.all([one, two, draft].map(async (id) => (await offerOf(id)).status));
    expect(statuses).toEqual(["published", "published", "draft"]);
    expect((await offerOf(one)).history.at(-1)).toMatchObject({ from: "pending", to: "published", by: null });
    expect((await subjectsTo(person)).sort()).toEqual([
      "Atelier fictif est vérifiée",
      "Votre offre est en ligne : Aide-soignant de nuit F/H",
      "Votre offre est en ligne : Aide-soignant de nuit F/H",
    ]);
  });

  it("by two at once is done once", async () => {
    const person = await givenRecruiter("pending");

    const both = await Promise.all([verify(admin, person), verify(admin, person)]);
    await house.drain();

    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await subjectsTo(person)).toHaveLength(1);
  });

  it("leaves an offer whose last day is past to its employer", async () => {
    const person = await givenRecruiter("pending");
    const id = await givenPublished(house, person);
    await OfferModel.updateOne({ _id: id }, { $set: { expiresOn: "2026-01-01" } });

    await verify(admin, person);
    await house.drain();

    expect((await offerOf(id)).status).toBe("pending");
  });
});

describe("refusing a company", () => {
  it("tells why, and takes its offers offline", async () => {
    const person = await givenRecruiter("verified");
    const id = await givenPublished(house, person);

    await refuse(admin, person);
    await house.drain();

    expect(await companyOf(person)).toMatchObject({
      status: "refused",
      refusalReason: expect.stringContaining("SIRET"),
    });
    expect((await offerOf(id)).status).toBe("suspended");
    expect(await subjectsTo(person)).toEqual(["Atelier fictif n’a pas pu être vérifiée"]);
    expect((await press(house, person, id, "publication")).status).toBe(409);
  });

  it.each(["", "trop court".slice(0, 5), "<script>alert(1)</script> non"])("asks a reason, not %j", async (reason) => {
    const person = await givenRecruiter("pending");

    const refused = await refuse(admin, person, reason);

    expect(refused.status).toBe(422);
    expect((await companyOf(person))?.status).toBe("pending");
  });
});

describe("an offer that waits", () => {
  const waiting = async () => {
    const person = await givenRecruiter("pending");
    const id = await givenPublished(house, person);
    return { person, id };
  };

  it("is given back with what must change, and shown to its employer", async () => {
    const { person, id } = await waiting();

    const sent = await asks(house, admin).post(`${queue}/offres/${id}/refus`, {
      reason: "Précisez les horaires du soir.",
    });
    await house.drain();

    expect(sent.status).toBe(303);
    const offer = await offerOf(id);
    expect(offer.status).toBe("draft");
    expect(offer.history.at(-1)?.by?.toHexString()).toBe(admin.id);
    expect(await subjectsTo(person)).toEqual(["Votre offre est à revoir : Aide-soignant de nuit F/H"]);
    expect((await asks(house, person).get(`/employeur/offres/${id}`)).text).toContain("Précisez les horaires du soir.");
  });

  it("is not published while its company is not verified", async () => {
    const { id } = await waiting();

    expect((await asks(house, admin).post(`${queue}/offres/${id}/publication`)).status).toBe(409);
    expect((await offerOf(id)).status).toBe("pending");
  });

  it("is published by hand once its company is verified", async () => {
    const { person, id } = await waiting();
    await CompanyModel.updateOne({ _id: person.companyId }, { $set: { status: "verified" } });

    expect((await asks(house, admin).get(`${queue}/offres/${id}`)).text).toContain("Publier l’offre");
    await asks(house, admin).post(`${queue}/offres/${id}/publication`);
    await house.drain();

    expect((await offerOf(id)).status).toBe("published");
    expect(await subjectsTo(person)).toEqual(["Votre offre est en ligne : Aide-soignant de nuit F/H"]);
  });

  it("settled by somebody else first is said so", async () => {
    const { person, id } = await waiting();
    await press(house, person, id, "reprise");

    const late = await asks(house, admin).post(`${queue}/offres/${id}/refus`, { reason: "Précisez les horaires." });

    expect(late.status).toBe(409);
    expect((await offerOf(id)).status).toBe("draft");
  });
});

describe("a company that takes another name", () => {
  it("gives it to its offers", async () => {
    const person = await givenRecruiter();
    const id = await givenPublished(house, person);
    const company = await companyOf(person);

    await asks(house, person).post("/employeur/entreprise", {
      name: "Atelier renommé",
      commune: "Tulle",
      version: company?.updatedAt.toISOString(),
    });
    await house.drain();

    expect(await offerOf(id)).toMatchObject({ companyName: "Atelier renommé", effects: [] });
  });
});
