import { afterEach, describe, expect, it } from "vitest";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { fakeMeilisearch } from "./fake-meilisearch.ts";
import { aDefinition, aDocument, aQuery, streamOf } from "./search-fixtures.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const opened = async (options: Parameters<typeof fakeMeilisearch>[0] = {}) => {
  const fake = await fakeMeilisearch(options);
  closing.push(fake.close);
  const index = await meilisearchEngine({ url: fake.url, key: "a key of sixteen" }).open(aDefinition("offers"));
  const opening = fake.sent.splice(0);
  return { index, opening, sent: fake.sent };
};

describe("what is sent to Meilisearch", () => {
  it("creates the index and its settings, with the key", async () => {
    const { opening } = await opened();

    expect(opening.map(({ method, path, key }) => [method, path, key])).toEqual([
      ["POST", "/indexes", "Bearer a key of sixteen"],
      ["PATCH", "/indexes/offers/settings", "Bearer a key of sixteen"],
    ]);
    expect(opening[0]?.body).toEqual({ uid: "offers", primaryKey: "id" });
    expect(opening[1]?.body).toMatchObject({
      searchableAttributes: ["stems_title", "stems_skills", "stems_description"],
      filterableAttributes: [
        "id",
        "live",
        "_geo",
        "facet_contract",
        "facet_commune",
        "number_publishedAt",
        "number_hours",
      ],
      typoTolerance: { disableOnNumbers: true, disableOnAttributes: ["stems_description"] },
      localizedAttributes: [{ attributePatterns: ["*"], locales: ["fra"] }],
      faceting: { maxValuesPerFacet: 600 },
    });
  });

  it("stores stems, and no place rather than a false one", async () => {
    const { index, sent } = await opened();

    await index.put([aDocument("1", { title: "AS de nuit" }), aDocument("2", { place: { lat: 45, lon: 1.5 } })]);

    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /indexes/offers/documents?ids=1%2C2&fields=id%2Cversion%2Clive&limit=2",
      "POST /indexes/offers/documents",
    ]);
    expect(sent[1]?.body).toEqual([
      expect.objectContaining({
        id: "1",
        version: 1,
        live: true,
        stems_title: "as aid soignant nuit",
        facet_contract: ["CDI"],
      }),
      expect.objectContaining({ id: "2", _geo: { lat: 45, lng: 1.5 } }),
    ]);
    expect(sent[1]?.body).not.toHaveProperty("0._geo");
  });

  it("leaves out what is older than the index, and keeps a removal's version", async () => {
    const { index, sent } = await opened({ stored: [{ id: "1", version: 5, live: true }] });

    await index.put([aDocument("1", { version: 4 })]);
    await index.remove(["1"], 6);

    expect(sent.filter(({ path }) => path === "/indexes/offers/documents").map(({ body }) => body)).toEqual([
      [{ id: "1", version: 6, live: false }],
    ]);
  });

  it("asks everything in one multi-search, each facet without its own filter", async () => {
    const { index, sent } = await opened();

    const answer = await index.search(
      aQuery({
        text: "Aide soignante",
        facets: { contract: ['CDI"', "CDD"] },
        minimum: { publishedAt: 1_790_000_000 },
        thresholds: { publishedAt: [1_780_000_000] },
        near: { lat: 45.267, lon: 1.771, km: 20 },
        sort: "distance",
      }),
    );

    const contract = 'facet_contract IN ["CDI\\"", "CDD"]';
    const radius = "_geoRadius(45.267, 1.771, 20000)";
    const words = { indexUid: "offers", q: '"aid" "soignant"', matchingStrategy: "all" };
    const date = "number_publishedAt >= 1790000000";
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /multi-search"]);
    expect(sent[0]?.body).toMatchObject({
      queries: [
        {
          ...words,
          page: 1,
          hitsPerPage: 20,
          filter: ["live = true", contract, date, radius],
          facets: ["facet_contract", "facet_commune"],
          sort: ["_geoPoint(45.267, 1.771):asc", "number_publishedAt:desc"],
        },
        { ...words, limit: 0, facets: ["facet_contract"], filter: ["live = true", date, radius] },
        { ...words, hitsPerPage: 0, filter: ["live = true", contract, radius, "number_publishedAt >= 1780000000"] },
        { ...words, hitsPerPage: 0, filter: ["live = true"] },
        { q: '"aid"', hitsPerPage: 0 },
        { q: '"soignant"', hitsPerPage: 0 },
      ],
    });
    expect(answer).toMatchObject({ total: 1, hits: [{ id: "1", distanceKm: 0 }], corrected: null, relaxed: false });
    expect(answer.facets.contract).toEqual([
      { value: "CDD", count: 5 },
      { value: "CDI", count: 2 },
    ]);
  });

  it("sends bare only the words that no document has, and says what was understood", async () => {
    const { index, sent } = await opened({ totals: (q) => (q.includes('"soigant"') ? 0 : 1) });

    const answer = await index.search(aQuery({ text: "aide soigante" }));

    expect(sent[1]?.body).toMatchObject({ queries: [{ q: '"aid" soigant' }, { q: '"aid" soigant' }] });
    expect(answer.corrected).toBe("aide soignante");
  });

  it("swaps a rebuilt index in, then deletes the old one", async () => {
    const { index, sent } = await opened();

    await index.rebuild(streamOf([aDocument("1")]));

    const next = sent[1]?.path.split("/")[2] ?? "";
    expect(sent.map(({ method, path }) => `${method} ${path}`).slice(-3)).toEqual([
      `POST /indexes/${next}/documents`,
      "POST /swap-indexes",
      `DELETE /indexes/${next}`,
    ]);
    expect(sent.at(-2)?.body).toEqual([{ indexes: ["offers", next], rename: false }]);
  });

  it("fails when the task fails, though Meilisearch answered 202", async () => {
    await expect(opened({ taskStatus: "failed" })).rejects.toThrow("no_space_left_on_device");
  });

  it("says that it is not ready when nobody answers", async () => {
    expect(await meilisearchEngine({ url: "http://127.0.0.1:1", key: null }).ready()).toBe(false);
  });
});
