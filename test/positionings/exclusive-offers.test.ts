import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { StrongMatchModel } from "#server/positionings/strong-match-model.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import { type Desk, givenDesk, givenProposed, typedExclusive } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  await givenSeeker();
  desk = await givenDesk(house);
});
afterAll(() => house.close());

const stored = async () => toOffer(await OfferModel.findById(desk.offerId).orFail());

describe("an exclusive offer", () => {
  it("is nowhere public: search, feed, sitemap, API, page, alerts", async () => {
    const offer = await stored();
    const public_ = [
      "/offres?q=veilleur",
      "/offres.atom",
      "/sitemap.xml",
      "/sitemap-offres.xml",
      "/",
      "/api/v1/offers?q=veilleur",
    ];

    for (const path of public_) expect((await asks(house).get(path)).text, path).not.toContain("Veilleur de nuit en");
    const api = await asks(house).getJson(`/api/v1/offers/${desk.offerId}`);
    const page = await asks(house).get(offerAddress(offer));

    expect([api.status, page.status]).toEqual([404, 404]);
    expect(offer.sequence).toBeNull(); // alerts read offers by their sequence
    expect(offer.status).toBe("published");
  });

  it("has a page for those to whom it was proposed, and for nobody else", async () => {
    const seeker = await givenProposed(house, desk);
    const other = await givenPerson();
    const address = offerAddress(await stored());

    expect((await asks(house, seeker).get(address)).status).toBe(200);
    expect((await asks(house, other).get(address)).status).toBe(404);
  });

  it("keeps who asked for it, how and when", async () => {
    expect((await stored()).request).toMatchObject({ contactName: "Nadège Roux", channel: "visit" });
  });

  it("asks for its company in words, before the rest, as its form does", async () => {
    const sent = await asks(house, desk.officer).post(
      "/bureau/offres-exclusives",
      typedExclusive(desk.recruiter.companyId, { companyId: "", title: "" }),
    );

    const told = [...sent.text.matchAll(/<a href="#champ[^"]*">([^<]*)<\/a>/g)].map(([, words]) => words);
    expect(told).toEqual(["Choisissez l’entreprise dans la liste.", "Donnez un titre à l’offre."]);
  });

  it("reads its live page again where there is one, after a refused form", async () => {
    const refused = await asks(house, desk.officer).post(`/bureau/offres-exclusives/${desk.offerId}/propositions`, {});
    const again = /data-desk-address="([^"]*)"/.exec(refused.text)?.[1] ?? "";

    expect(refused.text).toContain("Cochez au moins une personne.");
    expect((await asks(house, desk.officer).get(again)).status).toBe(200);
  });

  it("is one offer however often its form is sent", async () => {
    const typed = typedExclusive(desk.recruiter.companyId, { title: "Deux fois F/H" });

    const sent = await Promise.all(
      [1, 2].map(() => asks(house, desk.officer).post("/bureau/offres-exclusives", typed)),
    );

    expect(new Set(sent.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await OfferModel.countDocuments({ title: "Deux fois F/H" })).toBe(1);
  });

  it.each([
    ["an unknown company", { companyId: "0".repeat(24) }, "companyId"],
    ["a company that is not an id", { companyId: "x" }, "companyId"],
    ["a request of tomorrow", { requestOn: "2099-01-01" }, "requestOn"],
    ["nobody who asked", { requestContact: "" }, "requestContact"],
    ["a pay under the minimum", { payMin: "900" }, "payMin"],
    ["an unknown commune", { commune: "Nulle-Part" }, "commune"],
    ["markup", { description: "<script>alert(1)</script> et trente caractères de plus" }, "description"],
    ["an operator", { title: { $ne: null } }, "title"],
  ])("refuses %s beside its field", async (_name, wrong, field) => {
    const refused = await asks(house, desk.officer).postJson(
      "/bureau/offres-exclusives",
      typedExclusive(desk.recruiter.companyId, wrong),
    );

    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.error.fields)).toContain(field);
  });

  it("waits for its company to be verified", async () => {
    const pending = await givenRecruiter("pending");

    const refused = await asks(house, desk.officer).post(
      "/bureau/offres-exclusives",
      typedExclusive(pending.companyId),
    );

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Vérifiez d’abord cette entreprise");
  });

  it("is suspended, resumed and closed by the officer alone; closed, it is proposed to nobody", async () => {
    const own = await givenDesk(house, { title: "À clore F/H" });
    const path = `/bureau/offres-exclusives/${own.offerId}`;
    const version = async () => (await OfferModel.findById(own.offerId).orFail()).version;
    const seeker = await givenSeeker();

    const suspended = await asks(house, own.officer).post(`${path}/etat`, {
      to: "suspended",
      version: await version(),
    });
    const whileSuspended = await asks(house, own.officer).post(`${path}/propositions`, { cvIds: seeker.cvId });
    const stale = await asks(house, own.officer).post(`${path}/etat`, { to: "published", version: 1 });
    const resumed = await asks(house, own.officer).post(`${path}/etat`, { to: "published", version: await version() });
    const silent = await asks(house, own.officer).post(`${path}/cloture`, { version: await version() });
    const closed = await asks(house, own.officer).post(`${path}/cloture`, {
      reason: "abandoned",
      version: await version(),
    });

    expect([suspended.status, whileSuspended.status, stale.status, resumed.status]).toEqual([303, 409, 409, 303]);
    expect([silent.status, closed.status]).toEqual([422, 303]);
    expect((await asks(house, own.recruiter).post(`${path}/cloture`, { reason: "abandoned", version: 1 })).status).toBe(
      404,
    );
  });

  it("tells of a strong match once a pair, however often the worker passes", async () => {
    const before = await StrongMatchModel.countDocuments({ offerId: desk.offerId });
    const { matchOffer } = await import("#server/positionings/find-strong-matches.ts");

    await Promise.all([matchOffer(desk.offerId), matchOffer(desk.offerId)]);
    const after = await StrongMatchModel.countDocuments({ offerId: desk.offerId });
    await matchOffer(desk.offerId);

    expect(before).toBeGreaterThan(0);
    expect(await StrongMatchModel.countDocuments({ offerId: desk.offerId })).toBe(after);
  });
});
