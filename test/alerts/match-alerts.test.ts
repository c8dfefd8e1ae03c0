import { describe, expect, it } from "vitest";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import { type CompiledSearch, compileSearch } from "#shared/alerts/compile-search.ts";
import { indexDay } from "#shared/alerts/day-index.ts";
import { toDayOffer } from "#shared/alerts/day-offer.ts";
import { fitsSearch } from "#shared/alerts/fits-search.ts";
import { dayMatcher, type Matcher } from "#shared/alerts/match-alerts.ts";
import { type Candidate, pickDigest } from "#shared/alerts/pick-digest.ts";
import { searchBook } from "#shared/alerts/search-book.ts";
import { packSearch } from "#shared/alerts/search-form.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { anOffer, tulle } from "#test/offers/an-offer.ts";
import { plainSearches, randomOffers, randomSearches } from "./random-day.ts";

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
  payPerHour: null,
};

const fits = (query: Partial<AlertQuery>, offer: Partial<Offer>): boolean =>
  fitsSearch(compileSearch({ ...nothing, ...query }), toDayOffer(anOffer(offer)));

const positionsFor = (match: Matcher, search: CompiledSearch): number[] => {
  const { list, count } = match(packSearch(search));
  return [...list.subarray(0, count)];
};

describe("the index of a day's offers", () => {
  it.each([1, 2, 3, 4, 5, 6])("answers each search as brute force does (seed %i)", (seed) => {
    const offers = randomOffers(60 * seed, seed);
    const match = dayMatcher(indexDay(offers));

    for (const search of randomSearches(400, seed * 31)) {
      const brute = offers.flatMap((offer, position) => (fitsSearch(search, offer) ? [position] : []));
      expect(positionsFor(match, search), JSON.stringify(search)).toEqual(brute);
    }
  });

  it("answers as brute force does on a day of thousands, where the frequent are compared 32 at a time", () => {
    const offers = randomOffers(2_500, 9);
    const match = dayMatcher(indexDay(offers));

    for (const search of [...randomSearches(80, 11), ...plainSearches(80, 12)]) {
      const brute = offers.flatMap((offer, position) => (fitsSearch(search, offer) ? [position] : []));
      expect(positionsFor(match, search), JSON.stringify(search)).toEqual(brute);
    }
  });

  it("measures as brute force does: on the edge of a circle, overseas, across the date line, at a pole", () => {
    const centres = [tulle, { lat: -21.1, lon: 55.5 }, { lat: -13.3, lon: -179.95 }, { lat: 89.95, lon: 10 }];
    const offers = centres.flatMap(({ lat, lon }, group) =>
      Array.from({ length: 40 }, (_, at) => {
        const there = {
          lat: Math.min(90, lat + at / 100),
          lon: lon - (at % 7) / 30 < -180 ? 179.99 : lon - (at % 7) / 30,
        };
        return toDayOffer(anOffer({ sequence: group * 40 + at + 1, commune: { ...tulle, ...there } }));
      }),
    );
    const edge = Math.round(tulle.lat * 10_000) / 10_000 + (17 / 6_371 / Math.PI) * 180; // 17 km, to a millimetre
    for (let at = -40; at < 40; at += 1) {
      const there = { lat: edge + at * 1e-9, lon: Math.round(tulle.lon * 10_000) / 10_000 };
      offers.push(toDayOffer(anOffer({ sequence: offers.length + 1, commune: { ...tulle, ...there } })));
    }
    const match = dayMatcher(indexDay(offers));
    const searches = centres.flatMap(({ lat, lon }) =>
      [0, 1, 5, 17, 30, 200, 30_000].map((radiusKm) =>
        compileSearch({ ...nothing, commune: { ...tulle, lat, lon }, radiusKm }),
      ),
    );
    const book = searchBook();
    searches.forEach((search, at) => {
      book.put(String(at), packSearch(search));
    });

    for (const search of searches) {
      const brute = offers.flatMap((offer, position) => (fitsSearch(search, offer) ? [position] : []));
      expect(positionsFor(match, search), JSON.stringify(search.near)).toEqual(brute);
    }
    for (const offer of offers)
      expect(book.askingFor(offer).sort()).toEqual(
        searches.flatMap((search, at) => (fitsSearch(search, offer) ? [String(at)] : [])).sort(),
      );
  });

  it.each([1, 2, 3])("is equalled by searches kept in memory and asked of one offer (seed %i)", (seed) => {
    const searches = randomSearches(500, seed * 17);
    const book = searchBook();
    searches.forEach((search, at) => {
      book.put(String(at), packSearch(searches[(at + 1) % 500] ?? search)); // put again with its own words below
    });
    searches.forEach((search, at) => {
      book.put(String(at), packSearch(search));
    });

    for (const offer of randomOffers(40, seed)) {
      const brute = searches.flatMap((search, at) => (fitsSearch(search, offer) ? [String(at)] : []));
      expect([...book.askingFor(offer)].sort()).toEqual(brute.sort());
    }
  });

  it("is equalled by thousands of searches kept in memory, put again as they were or changed", () => {
    const searches = [...randomSearches(3_000, 41), ...plainSearches(1_000, 42)];
    const book = searchBook();
    for (const shift of [0, 0, 1])
      searches.forEach((search, at) => {
        book.put(String(at), packSearch(searches[(at + shift) % searches.length] ?? search));
      });

    expect(book.size()).toBe(4_000);
    for (const offer of randomOffers(8, 43)) {
      const brute = searches.flatMap((_, at) => {
        const search = searches[(at + 1) % searches.length];
        return search && fitsSearch(search, offer) ? [String(at)] : [];
      });
      expect(book.askingFor(offer).sort()).toEqual(brute.sort());
    }
  });

  it("answers a search asked again, and again, as the first time", () => {
    const match = dayMatcher(indexDay(randomOffers(300, 5)));
    const searches = randomSearches(100, 6);
    const first = searches.map((search) => positionsFor(match, search));

    for (let turn = 0; turn < 3; turn++) expect(searches.map((search) => positionsFor(match, search))).toEqual(first);
  });

  it("of a day without offers answers nothing", () => {
    expect(positionsFor(dayMatcher(indexDay([])), compileSearch(nothing))).toEqual([]);
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
    ["aide soignante pas de nuit", {}, false],
    ["aide soignante pas de nuit", { title: "Aide-soignant", description: "Vous lavez.", schedules: [] }, true],
    ["cuisinier pas de nuit", { title: "Aide-soignant", description: "Vous lavez.", schedules: [] }, false],
    ["aide soignante CUI", { contract: "pec" as const }, true],
    ["aide soignante CUI", {}, false],
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
    [{ payPerHour: 1_400 }, {}, true], // 2 200 euros a month for 35 hours
    [{ payPerHour: 1_500 }, {}, false],
    [{ payPerHour: 1_500 }, { weeklyHours: 30 }, true],
    [{ payPerHour: 1_500 }, { pay: { minCents: 1_300, maxCents: 1_500, period: "hour" as const } }, true],
  ])("that asks %j of %j: %s", (query, offer, found) => {
    expect(fits(query, offer)).toBe(found);
  });
});

describe("one mail", () => {
  const candidate = (at: number, given: Partial<Candidate> = {}): Candidate => ({
    offerId: `offer${at}`,
    alertId: "one",
    companyId: `company${at}`,
    likeness: `offer${at}`,
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
