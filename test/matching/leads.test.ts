import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CvDocument, CvModel, toCv } from "#server/cvs/cv-model.ts";
import { rankCvsForOffer } from "#server/matching/rank-cvs-for-offer.ts";
import { rankOffersForCv } from "#server/matching/rank-offers-for-cv.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { toMatchCv } from "#shared/matching/project.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { aCv } from "#test/cvs/a-cv.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { givenSeeker, typedFirstCv } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let sequence = 100;

const givenOffer = async (given: Partial<Offer> = {}): Promise<Offer> => {
  sequence += 1;
  const offer = anOffer({
    id: newId().toHexString(),
    reference: sequence,
    sequence,
    expiresOn: "2099-12-31",
    ...given,
  });
  await keep(OfferModel, offer);
  return offer;
};

const touched = () => ({ updatedAt: now() });

describe("a candidate's home", () => {
  it("asks for a CV first, then shows the offers that fit with their reasons", async () => {
    const person = await givenPerson({ firstName: "Lina" });
    await givenOffer({ title: "Aide-soignante du matin F/H" });

    const before = await asks(house, person).get("/mes-pistes");
    await asks(house, person).post("/mon-cv", typedFirstCv);
    const after = await asks(house, person).get("/mes-pistes");

    expect(before.text).toContain("Bonjour Lina, 1 chose à faire");
    expect(before.text).toContain("Poster mon CV");
    expect(after.text).toContain("1 offre pour vous");
    expect(after.text).toContain("Aide-soignante du matin F/H");
    expect(after.text).toContain("Métier que vous cherchez");
  });

  it("tells which licence would open more, by matching with it", async () => {
    const person = await givenSeeker({ occupations: ["N4101"], experiences: [] });
    for (let place = 0; place < 3; place++)
      await givenOffer({ occupation: "N4101", requiredLicences: ["permis-c"], title: `Livreur ${place}` });

    const { text } = await asks(house, person).get("/mes-pistes");

    expect(text).toContain("3 offres de plus s’ouvrent si vous l’avez.");
    expect(text).toContain("3 offres. Il vous manque : Permis C (poids lourd), obligatoire pour ce métier");
    expect(text).toContain("Aucune offre pour vous aujourd’hui");
  });

  it("never shows an exclusive offer, nor the name of an employer who hides it", async () => {
    const person = await givenSeeker({ occupations: ["D1102"] });
    await givenOffer({ occupation: "D1102", exclusive: true, title: "Offre de canari exclusif" });
    await givenOffer({
      occupation: "D1102",
      employerShown: false,
      companyName: "Canari caché",
      title: "Boulanger F/H",
    });

    const { text } = await asks(house, person).get("/mes-pistes");

    expect(text).toContain("Boulanger F/H");
    expect(text).not.toMatch(/canari/i);
  });

  it("is the candidate's alone", async () => {
    expect((await asks(house, await givenPerson({ role: "employer" })).get("/mes-pistes")).status).toBe(404);
    expect((await asks(house).get("/mes-pistes")).headers.location).toMatch(/^\/connexion/);
  });

  it("tells on an offer's page why it fits, to the person of the CV only", async () => {
    const offer = await givenOffer({ title: "Aide-soignante de jour F/H" });
    const person = await givenSeeker();
    const address = `/offres/${offer.reference}`;

    const [mine, anyone] = await Promise.all([
      asks(house, person).get(address).redirects(2),
      asks(house).get(address).redirects(2),
    ]);

    expect(mine.text).toContain("Pour vous, d’après votre CV");
    expect(anyone.text).not.toContain("Pour vous, d’après votre CV");
  });
});

describe("the same answers", () => {
  const typed = (form: "masculine" | "feminine") => ({
    ...typedFirstCv,
    wanted: [form === "masculine" ? "aide-soignant" : "aide-soignante", ""],
    experience1: form === "masculine" ? "Infirmier coordinateur" : "Infirmière coordinatrice",
  });
  const people = [
    [{ firstName: "Karim", lastName: "Benali", email: "karim1961@test.invalid" }, typed("masculine")],
    [{ firstName: "Marie", lastName: "Dupont", email: "marie2006@test.invalid" }, typed("feminine")],
    [
      { firstName: "Fatoumata", lastName: "Diallo", email: "fd@test.invalid" },
      { ...typed("feminine"), phone: "" },
    ],
  ] as const;

  it("make the same list with the same reasons, whoever types them and in whichever gender", async () => {
    await givenOffer({ title: "Soins de nuit F/H", requiredLicences: ["permis-b"] });
    const seen = [];
    for (const [who, form] of people) {
      const person = await givenPerson(who);
      await asks(house, person).post("/mon-cv", form);
      const cv = await CvModel.findOne({ accountId: person.id }).lean();
      const { text } = await asks(house, person).get("/mes-pistes");
      const { id: _, ...received } = toMatchCv(toCv(cv as CvDocument)); // posted just above
      seen.push([
        JSON.stringify(received),
        text.slice(text.indexOf('<section class="stack">'), text.indexOf("<aside")),
      ]);
    }

    expect(seen[0]?.[1]).toContain("Soins de nuit F/H");
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });
});

describe("the ranking", () => {
  it("follows what changes: closed, opened, expired by the day, erased", async () => {
    const cv = aCv({ occupations: ["G1803"], experiences: [] });
    const offer = await givenOffer({ occupation: "G1803", expiresOn: "2099-06-01" });
    const titles = async () => (await rankOffersForCv(cv, { limit: 10 })).total;

    expect(await titles()).toBe(1);
    await OfferModel.updateOne(
      { _id: offer.id },
      { $set: { status: "suspended", ...touched() }, $inc: { version: 1 } },
    );
    expect(await titles()).toBe(0);
    await OfferModel.updateOne(
      { _id: offer.id },
      { $set: { status: "published", ...touched() }, $inc: { version: 1 } },
    );
    expect(await titles()).toBe(1);
    setClock(new Date("2099-06-02T08:00:00Z"));
    expect(await titles()).toBe(0);
    setClock();
    expect(await titles()).toBe(1);
    await OfferModel.deleteOne({ _id: offer.id });
    expect(await titles()).toBe(0);
  });

  it("loses a person at once who withdraws, hides, erases or shuts the company out", async () => {
    const seeker = await givenSeeker({ occupations: ["A1203"] });
    const offer = anOffer({ occupation: "A1203", exclusive: true });
    const found = async () => (await rankCvsForOffer(offer, { limit: 10 })).ranked.map(({ cvId }) => cvId);

    expect(await found()).toEqual([seeker.cvId]);
    await asks(house, seeker).post("/mon-cv/retrait");
    expect(await found()).toEqual([]);
    await asks(house, seeker).post("/mon-cv/remise");
    expect(await found()).toEqual([seeker.cvId]);
    await CvModel.updateOne(
      { _id: seeker.cvId },
      { $set: { blockedCompanyIds: [offer.companyId], ...touched() }, $inc: { version: 1 } },
    );
    expect(await found()).toEqual([]);
    await CvModel.updateOne(
      { _id: seeker.cvId },
      { $set: { blockedCompanyIds: [], ...touched() }, $inc: { version: 1 } },
    );
    expect(await found()).toEqual([seeker.cvId]);
    await asks(house, seeker).post("/mon-cv/effacement");
    expect(await found()).toEqual([]);
  });

  it("gives each ranked person's reasons, and nobody whose CV may not be used", async () => {
    const seeker = await givenSeeker({ occupations: ["A1202"], licences: ["permis-b"] });
    await givenSeeker({ occupations: ["A1202"], visibility: "hidden" });
    await givenSeeker({ occupations: ["A1202"], licences: [] });

    const ranking = await rankCvsForOffer(anOffer({ occupation: "A1202", requiredLicences: ["permis-b"] }), {
      limit: 5,
    });

    expect(ranking.ranked).toMatchObject([{ cvId: seeker.cvId, accountId: seeker.id }]);
    expect(ranking.ranked[0]?.reasons.length).toBeGreaterThan(1);
    expect(ranking.setAside).toMatchObject([{ condition: { kind: "licence", code: "permis-b" }, count: 1 }]);
  });
});
