import { beforeAll, describe, expect, it } from "vitest";
import { distanceKm } from "#server/platform/search/distance-km.ts";
import type { SearchDocument, SearchIndex, SearchQuery } from "#server/platform/search/port.ts";
import { drawer } from "#test/bench/search-offers-corpus.ts";
import { anIndex, engines } from "./engines.ts";
import { aDocument, aQuery, idsOf } from "./search-fixtures.ts";

const draw = drawer(7);
const any = (most: number): number => Math.floor(draw() * most);
const contracts = ["CDI", "CDD", "interim"];
const communes = ["19272", "19031", "19275", "19123"];
const tulle = { lat: 45.267, lon: 1.771 };

const documents: readonly SearchDocument[] = Array.from({ length: 300 }, (_, place) =>
  aDocument(`offer-${place}`, {
    title: any(2) === 0 ? "Soudeur" : "Cuisinière",
    facets: { contract: contracts.slice(any(3), 1 + any(3)), commune: [communes[any(4)] ?? ""] },
    numbers: any(10) === 0 ? { hours: 20 } : { publishedAt: 1_790_000_000 + any(50), hours: 20 + any(20) },
    place: any(8) === 0 ? null : { lat: tulle.lat + draw() - 0.5, lon: tulle.lon + draw() - 0.5 },
  }),
);

const aRandomQuery = (): SearchQuery =>
  aQuery({
    text: ["", "soudeuse", "cuisinier"][any(3)] ?? "",
    facets: {
      ...(any(2) === 0 ? { contract: contracts.slice(any(3)) } : {}),
      ...(any(2) === 0 ? { commune: communes.slice(any(4), 3) } : {}),
    },
    minimum: {
      ...(any(2) === 0 ? { publishedAt: 1_790_000_000 + any(50) } : {}),
      ...(any(3) === 0 ? { hours: 30 } : {}),
    },
    thresholds: { publishedAt: [1_790_000_040, 1_790_000_010] },
    near: any(2) === 0 ? null : { ...tulle, km: any(4) === 0 ? null : 10 + any(40) },
    sort: (["relevance", "date", "distance"] as const)[any(3)] ?? "date",
    page: 1 + any(2),
    pageSize: 300,
  });

/** The port's words, taken literally: each count is a search of its own. */
const bruteForce = (query: SearchQuery): SearchDocument[] => {
  const title = { soudeuse: "Soudeur", cuisinier: "Cuisinière" }[query.text];
  return documents.filter(
    (document) =>
      (title === undefined || document.text.title === title) &&
      Object.entries(query.facets).every(
        ([name, values]) => values.length === 0 || values.some((value) => document.facets[name]?.includes(value)),
      ) &&
      Object.entries(query.minimum).every(([name, minimum]) => (document.numbers[name] ?? -1) >= minimum) &&
      (query.near === null ||
        query.near.km === null ||
        (document.place !== null && distanceKm(query.near, document.place) <= query.near.km)),
  );
};

const expectedFacet = (query: SearchQuery, name: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const document of bruteForce({ ...query, facets: { ...query.facets, [name]: [] } })) {
    for (const value of document.facets[name] ?? []) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

describe.each(engines)("searching among 300 with the $label engine", (engine) => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await anIndex(engine);
    await index.put(documents);
  });

  it.each(Array.from({ length: 60 }, (_, place) => place))("answers random query %i as brute force does", async () => {
    const query = aRandomQuery();
    const expected = bruteForce(query);

    const answer = await index.search(query);

    expect(answer.total).toBe(expected.length);
    if (query.page === 1) expect(idsOf(answer).sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const name of ["contract", "commune"]) {
      const counted = (answer.facets[name] ?? []).map(({ value, count }) => [value, count]);
      expect(Object.fromEntries(counted)).toEqual(expectedFacet(query, name));
      expect(counted.map(([, count]) => Number(count))).toEqual(
        counted.map(([, count]) => Number(count)).sort((a, b) => b - a),
      );
    }
    expect(answer.minimumCounts.publishedAt).toEqual(
      [1_790_000_040, 1_790_000_010].map((minimum) => ({
        minimum,
        count: bruteForce({ ...query, minimum: { ...query.minimum, publishedAt: minimum } }).length,
      })),
    );
  });

  it("shows each offer once over its pages, in one order", async () => {
    for (const sort of ["relevance", "date", "distance"] as const) {
      const query = aQuery({ text: "soudeur", sort, near: { ...tulle, km: null }, pageSize: 7 });
      const whole = idsOf(await index.search({ ...query, pageSize: 300 }));
      const pages: string[] = [];
      for (let page = 1; page <= Math.ceil(whole.length / 7); page += 1) {
        pages.push(...idsOf(await index.search({ ...query, page })));
      }
      expect(new Set(whole).size).toBe(whole.length);
      expect(pages).toEqual(whole);
    }
  });

  it("sorts by distance, unknown places last, and gives kilometres", async () => {
    const { hits } = await index.search(aQuery({ near: { ...tulle, km: null }, sort: "distance", pageSize: 300 }));

    const kilometres = hits.map(({ distanceKm: km }) => km ?? Number.POSITIVE_INFINITY);
    expect(kilometres).toEqual([...kilometres].sort((one, other) => one - other));
    expect(kilometres.at(-1)).toBe(Number.POSITIVE_INFINITY);
  });

  it("sorts by date, the newest first, unknown dates last", async () => {
    const dates = idsOf(await index.search(aQuery({ sort: "date", pageSize: 300 }))).map(
      (id) => documents.find((document) => document.id === id)?.numbers.publishedAt ?? 0,
    );

    expect(dates).toEqual([...dates].sort((one, other) => other - one));
  });

  it("neither finds nor counts what it is asked to leave out", async () => {
    const without = documents.slice(0, 120).map(({ id }) => id);
    const left = documents.slice(120);

    const answer = await index.search(
      aQuery({ without: [...without, "unknown"], facets: { contract: ["CDI"] }, pageSize: 300 }),
    );

    const holding = (contract: string) => left.filter(({ facets }) => facets.contract?.includes(contract)).length;
    expect(idsOf(answer).filter((id) => without.includes(id))).toEqual([]);
    expect(answer.total).toBe(holding("CDI"));
    expect(Object.fromEntries((answer.facets.contract ?? []).map(({ value, count }) => [value, count]))).toEqual(
      Object.fromEntries(contracts.map((contract) => [contract, holding(contract)])),
    );
  });

  it("gives no distance without a point, and nothing beyond the last page", async () => {
    expect((await index.search(aQuery())).hits[0]?.distanceKm).toBeNull();
    expect(await index.search(aQuery({ page: 400 }))).toMatchObject({ total: 300, hits: [] });
  });

  it.each(["__proto__", "constructor", 'x" OR "1" = "1', "salary"])("refuses the unknown facet %j", async (facet) => {
    const facets = Object.fromEntries([[facet, ["1"]]]);

    await expect(index.search(aQuery({ facets }))).rejects.toThrow(RangeError);
  });

  it.each(['CDI" OR contract = "CDD', "__proto__", "\\", "", "]"])(
    "finds nothing for the facet value %j",
    async (value) => {
      expect((await index.search(aQuery({ facets: { contract: [value] } }))).total).toBe(0);
    },
  );
});
