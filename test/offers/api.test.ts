import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { lastMoment } from "#shared/offers/last-moment.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let shown: Offer;
let exclusive: Offer;
let candidate: Awaited<ReturnType<typeof givenPerson>>;

beforeAll(async () => {
  house = await openHouse();
  candidate = await givenPerson();
  const offers = await givenOffers(house, [
    { title: "Aide-soignant <de nuit> & de jour F/H" },
    { title: "Serrurier secret F/H", exclusive: true, positionedAccountIds: [candidate.id] },
  ]);
  [shown, exclusive] = offers as [Offer, Offer];
});
afterAll(() => house.close());

describe("the open API", () => {
  it("lists offers in the shape it promises", async () => {
    const { body } = await asks(house).getJson("/api/v1/offers?q=aide-soignant&commune=19272").expect(200);

    expect(body).toMatchObject({ total: 1, page: 1, pageSize: 20 });
    expect(body.offers).toEqual([
      {
        id: shown.id,
        title: shown.title,
        occupation: { code: "J1501", label: "Aide-soignant, aide-soignante" },
        commune: { code: "19272", name: "Tulle" },
        distanceKm: expect.any(Number),
        contract: "cdi",
        pay: { min: 2000, max: 2200, period: "month", currency: "EUR" },
        publishedAt: shown.publishedAt,
        expiresAt: lastMoment(shown.expiresOn),
        url: `http://localhost:3000${offerAddress(shown)}`,
      },
    ]);
    expect(body.facets.contract).toEqual([{ value: "cdi", label: "CDI", count: 1 }]);
    expect(body.facets.since[0]).toEqual({ value: "1", label: "Depuis hier", count: 1 });
  });

  it("gives one whole offer, and nothing of those who made it", async () => {
    const { body } = await asks(house).getJson(`/api/v1/offers/${shown.id}`).expect(200);

    expect(body).toMatchObject({ id: shown.id, description: shown.description, employer: "Résidence des Tilleuls" });
    for (const inner of ["companyId", "createdBy", "history", "request", "positionedAccountIds", "views", "status"])
      expect(body).not.toHaveProperty(inner);
  });

  it.each(["0".repeat(24), "zzz", "%7B%22$ne%22:null%7D"])("has no offer called %s", async (id) => {
    const { body } = await asks(house).getJson(`/api/v1/offers/${id}`).expect(404);

    expect(body.error.code).toBe("missing-page");
  });

  it("describes itself", async () => {
    const { body } = await asks(house).getJson("/api/v1/openapi.json").expect(200);

    const names = body.paths["/api/v1/offers"].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["q", "commune", "radius", "contract", "schedule", "family", "page", "sort"]),
    );
    expect(body.paths["/api/v1/offers/{id}"]).toBeDefined();
  });
});

describe("an exclusive offer", () => {
  it.each([
    "/",
    "/offres",
    "/offres?q=serrurier",
    "/offres?q=secret&exact=true",
    "/offres.atom",
    "/sitemap.xml",
    "/api/v1/offers",
    "/api/v1/offers?q=serrurier",
  ])("is not at %s", async (path) => {
    const { text } = await asks(house).get(path).expect(200);

    // What a reader typed is said back to them: only what we know of the offer counts.
    for (const trace of [exclusive.title, offerAddress(exclusive), exclusive.id]) expect(text).not.toContain(trace);
  });

  it("is in no count", async () => {
    const { body } = await asks(house).getJson("/api/v1/offers").expect(200);

    expect(body.total).toBe(1);
    expect(body.facets.contract).toEqual([{ value: "cdi", label: "CDI", count: 1 }]);
    expect((await asks(house).get("/")).text).toContain("1 offre en Corrèze");
  });

  it("is missing for everyone but staff and the candidates it was proposed to", async () => {
    const address = offerAddress(exclusive);
    const officer = await givenPerson({ role: "officer" });

    await asks(house).getJson(`/api/v1/offers/${exclusive.id}`).expect(404);
    await asks(house, officer).getJson(`/api/v1/offers/${exclusive.id}`).expect(404);
    await asks(house).get(address).expect(404);
    await asks(house).get(`/offres/x-${exclusive.reference}`).expect(404);
    await asks(house, await givenPerson())
      .get(address)
      .expect(404);
    await asks(house, await givenPerson({ role: "employer" }))
      .get(address)
      .expect(404);
    for (const person of [officer, candidate]) {
      const { text } = await asks(house, person).get(address).expect(200);
      expect(text).toContain("Offre exclusive");
      expect(text).not.toContain("application/ld+json");
    }
  });

  it("stays missing once it is over", async () => {
    await OfferModel.updateOne({ _id: exclusive.id }, { $set: { expiresOn: addDays(today(), -1) } });

    await asks(house).get(offerAddress(exclusive)).expect(404);
    await asks(house, candidate).get(offerAddress(exclusive)).expect(410);
  });
});

describe("feeds and maps", () => {
  it("say in Atom what is new, escaped", async () => {
    const { text, headers } = await asks(house).get("/offres.atom?q=aide-soignant").expect(200);

    expect(headers["content-type"]).toContain("application/atom+xml");
    expect(text).toContain("Aide-soignant &#60;de nuit&#62; &#38; de jour F/H, Tulle");
    expect(text).toContain(`<id>urn:elan-emploi:offre:${shown.id}</id>`);
    expect(text).toContain("/offres?q=aide-soignant");
  });

  it("list the offers for crawlers, and keep them from the endless combinations", async () => {
    const map = await asks(house).get("/sitemap.xml").expect(200);
    const robots = await asks(house).get("/robots.txt").expect(200);

    expect(map.text).toContain(`<loc>http://localhost:3000${offerAddress(shown)}</loc>`);
    expect(robots.text).toContain("Disallow: /offres?");
    expect(robots.text).toContain("Sitemap: http://localhost:3000/sitemap.xml");
  });
});
