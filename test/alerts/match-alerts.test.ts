import { describe, expect, it } from "vitest";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import { compileSearch } from "#shared/alerts/compile-search.ts";
import { toDayOffer } from "#shared/alerts/day-offer.ts";
import { fitsSearch } from "#shared/alerts/fits-search.ts";
import { indexDay, matchSearch } from "#shared/alerts/match-alerts.ts";
import { type Candidate, pickDigest } from "#shared/alerts/pick-digest.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { anOffer, tulle } from "#test/offers/an-offer.ts";
import { randomOffers, randomSearches } from "./random-day.ts";

const nothing: AlertQuery = {
  text: "",
  commune: null,
  radiusKm: null,
  contracts: [],
  schedules: [],
  families: [],
  occupations: [],
  communes: [],
  remote: [],
  withoutCar: false,
};

const fits = (query: Partial<AlertQuery>, offer: Partial<Offer>): boolean =>
  fitsSearch(compileSearch({ ...nothing, ...query }), toDayOffer(anOffer(offer)));

describe("the index of a day's offers", () => {
  it.each([1, 2, 3, 4, 5, 6])("answers each search as brute force does (seed %i)", (seed) => {
    const offers = randomOffers(60 * seed, seed);
    const index = indexDay(offers);

    for (const search of randomSearches(400, seed * 31)) {
      const brute = offers.flatMap((offer, position) => (fitsSearch(search, offer) ? [position] : []));
      expect(matchSearch(index, search), JSON.stringify(search)).toEqual(brute);
    }
  });

  it("of a day without offers answers nothing", () => {
    expect(matchSearch(indexDay([]), compileSearch(nothing))).toEqual([]);
  });
});

describe("a saved search", () => {
  const cook = {
    title: "Cuisinier",
    occupation: "G1602",
    description: "Vous servez aussi les aides-soignantes de nuit, en EHPAD.",
  };

  it.each([
    ["aide soignante", { title: "Agent de soins H/F" }, true],
    ["AIDE-SOIGNANTES", {}, true],
    ["AS", { title: "Aide soignant" }, true],
    ["aide-soignant", { title: "AS de nuit", occupation: "K1302" }, true],
    ["aide soignante nuit", {}, true],
    ["aide soignante nuit", { title: "Aide-soignant", description: "" }, true],
    ["aide soignante nuit", { title: "Aide-soignant", description: "De jour.", schedules: ["day" as const] }, false],
    ["aide soignante CDI", {}, true],
    ["aide soignante CDD", {}, false],
    ["aide soignante", cook, false],
    ["EHPAD", cook, true],
    ["maison de retraite", cook, true],
    ["infirmière", {}, false],
  ])("of « %s » finds an offer by its trade and its words: %j", (text, offer, found) => {
    expect(fits({ text }, offer)).toBe(found);
  });

  it.each([
    [{ commune: tulle, radiusKm: 0 }, {}, true],
    [{ commune: tulle, radiusKm: 10 }, { commune: { ...tulle, code: "19031", lat: 45.16, lon: 1.53 } }, false],
    [{ commune: tulle, radiusKm: 30 }, { commune: { ...tulle, code: "19031", lat: 45.16, lon: 1.53 } }, true],
    [{ contracts: ["cdd" as const] }, {}, false],
    [{ contracts: ["cdd" as const, "cdi" as const] }, {}, true],
    [{ schedules: ["day" as const] }, {}, false],
    [{ schedules: ["day" as const, "night" as const] }, {}, true],
    [{ families: ["care"] }, {}, true],
    [{ families: ["wood"] }, {}, false],
    [{ occupations: ["J1501"] }, {}, true],
    [{ occupations: ["M1607"] }, {}, false],
    [{ communes: [{ code: "19272", name: "Tulle" }] }, {}, true],
    [{ communes: [{ code: "19031", name: "Brive" }] }, {}, false],
    [{ remote: ["full" as const] }, {}, false],
    [{ withoutCar: true }, {}, false],
    [{ withoutCar: true }, { withoutCar: true }, true],
  ])("that asks %j of %j: %s", (query, offer, found) => {
    expect(fits(query, offer)).toBe(found);
  });
});

describe("one mail", () => {
  const candidate = (at: number, given: Partial<Candidate> = {}): Candidate => ({
    offerId: `offer${at}`,
    alertId: "one",
    companyId: `company${at}`,
    sequence: at,
    closeness: 1,
    distanceKm: 3,
    ...given,
  });
  const shown = (candidates: Candidate[]) => pickDigest(candidates).shown.map(({ offerId }) => offerId);

  it("holds ten offers at most, and counts the others", () => {
    const { shown, rest } = pickDigest(Array.from({ length: 24 }, (_, at) => candidate(at)));

    expect([shown.length, rest.length]).toEqual([10, 14]);
  });

  it("holds two offers of one company at most", () => {
    const all = Array.from({ length: 5 }, (_, at) => candidate(at, { companyId: "one" }));

    expect(shown(all)).toEqual(["offer4", "offer3"]);
    expect(pickDigest(all).rest).toHaveLength(3);
  });

  it("begins with what is closest to the words, then nearest, then newest", () => {
    const far = candidate(1, { closeness: 2, distanceKm: 18 });
    const near = candidate(2, { closeness: 2, distanceKm: 2 });
    const newer = candidate(3, { closeness: 2, distanceKm: 3 });
    const passing = candidate(4, { closeness: 0, distanceKm: 0 });

    expect(shown([passing, far, near, newer])).toEqual(["offer3", "offer2", "offer1", "offer4"]);
  });

  it("holds an offer once, for the search that asks for it best", () => {
    const twice = [candidate(1, { alertId: "one", closeness: 0 }), candidate(1, { alertId: "two", closeness: 2 })];

    expect(pickDigest(twice).shown).toEqual([twice[1]]);
  });
});
