import { describe, expect, it } from "vitest";
import { answer } from "#server/platform/search/embedded/answer.ts";
import { keptAnswers } from "#server/platform/search/embedded/kept-answers.ts";
import { emptyTable, putRow, removeRow } from "#server/platform/search/embedded/table.ts";
import type { IndexDefinition, SearchAnswer, SearchDocument, SearchQuery } from "#server/platform/search/port.ts";
import { drawer } from "#test/bench/search-offers-corpus.ts";

const definition: IndexDefinition = {
  name: "kept",
  text: [{ field: "title", weight: 2, fuzzy: true }],
  facets: ["contract", "remote"],
  numbers: ["publishedAt", "day"],
};
const words = ["menuisier", "boulanger", "soudeur", "infirmier", "vendeur"];
const contracts = ["cdi", "cdd"];
const places = [
  { lat: 45.27, lon: 1.77 },
  { lat: 45.16, lon: 1.53 },
];

type Draw = ReturnType<typeof drawer>;
const pick = <Item>(draw: Draw, items: readonly [Item, ...Item[]] | readonly Item[], otherwise: Item): Item =>
  items[Math.floor(draw() * items.length)] ?? otherwise;

const aDocument = (draw: Draw, version: number): SearchDocument => ({
  id: `d${Math.floor(draw() * 60)}`,
  version,
  text: { title: `${pick(draw, words, "soudeur")} ${pick(draw, words, "soudeur")}` },
  facets: { contract: [pick(draw, contracts, "cdi")], remote: [pick(draw, ["none", "some"], "none")] },
  numbers: { publishedAt: version, day: Math.floor(draw() * 5) },
  place: draw() < 0.8 ? pick(draw, places, places[0] ?? { lat: 0, lon: 0 }) : null,
});

const aQuery = (draw: Draw): SearchQuery => ({
  text: pick(draw, ["", "menuisier", "boulangé", "soudeur vendeur", "infirmer nuit"], ""),
  exact: false,
  facets: { contract: draw() < 0.4 ? [pick(draw, contracts, "cdi")] : [], remote: [] },
  minimum: { day: Math.floor(draw() * 3) },
  thresholds: { day: [1, 3] },
  near: draw() < 0.5 ? { ...(places[0] ?? { lat: 0, lon: 0 }), km: pick(draw, [5, 30, null], null) } : null,
  sort: pick(draw, ["relevance", "date"] as const, "date"),
  without: draw() < 0.2 ? [`d${Math.floor(draw() * 60)}`] : [],
  page: 1,
  pageSize: 100,
});

/** What must never lag: who is found, and every count. */
const truthOf = ({ hits, total, facets, minimumCounts, relaxed, corrected }: SearchAnswer) => ({
  ids: hits.map(({ id }) => id).sort(),
  total,
  facets: Object.fromEntries(Object.entries(facets).map(([name, lines]) => [name, lines.filter(({ count }) => count)])),
  minimumCounts,
  relaxed,
  corrected,
});

describe("a kept answer", () => {
  it.each([1, 2, 3])("finds and counts what a new one would, whatever came and left (seed %i)", (seed) => {
    const draw = drawer(seed);
    const table = emptyTable(definition);
    const kept = keptAnswers();
    const touching = (id: string, change: () => void): void => {
      const before = table.slotOf.get(id);
      change();
      if (table.slotOf.get(id) === before) return;
      kept.touch(before);
      kept.touch(table.slotOf.get(id));
    };
    const queries = Array.from({ length: 40 }, () => aQuery(draw));
    let reused = 0;

    for (let step = 1; step <= 1_500; step += 1) {
      const document = aDocument(draw, step);
      if (draw() < 0.2) touching(document.id, () => putRow(table, document));
      else if (draw() < 0.1) touching(document.id, () => removeRow(table, { id: document.id, version: undefined }));
      const query = pick(draw, queries, aQuery(draw));
      const again = kept.answer(table, query);
      if (kept.answer(table, query) === again) reused += 1;

      expect(truthOf(again)).toEqual(truthOf(answer(table, query)));
    }
    expect(reused).toBeGreaterThan(500);
  });

  it("is the very same one while nothing of it changes", () => {
    const draw = drawer(9);
    const table = emptyTable(definition);
    const kept = keptAnswers();
    for (let version = 1; version < 50; version += 1) putRow(table, aDocument(draw, version));
    const query: SearchQuery = { ...aQuery(draw), text: "menuisier", without: [], facets: {}, minimum: {}, near: null };

    const first = kept.answer(table, query);
    const baker: SearchDocument = { ...aDocument(draw, 51), id: "baker", text: { title: "boulanger" } };
    putRow(table, baker);
    kept.touch(table.slotOf.get("baker"));

    expect(kept.answer(table, query)).toBe(first);
  });

  it("is the very same one when something changes beyond its radius", () => {
    const draw = drawer(9);
    const table = emptyTable(definition);
    const kept = keptAnswers();
    for (let version = 1; version < 50; version += 1) putRow(table, aDocument(draw, version));
    const near = { lat: 45.27, lon: 1.77, km: 5 };
    const query: SearchQuery = { ...aQuery(draw), text: "", without: [], facets: {}, minimum: {}, near };

    const first = kept.answer(table, query);
    const come = (id: string, place: SearchDocument["place"]): void => {
      putRow(table, { ...aDocument(draw, 51), id, place });
      kept.touch(table.slotOf.get(id));
    };
    come("far", { lat: 45.16, lon: 1.53 });
    expect(kept.answer(table, query)).toBe(first);
    come("near", near);
    expect(kept.answer(table, query).total).toBe(first.total + 1);
  });

  it("is no longer relaxed, or becomes so, by what lies far away", () => {
    const table = emptyTable(definition);
    const kept = keptAnswers();
    const put = (id: string, title: string, place: SearchDocument["place"]): void => {
      const facets = { contract: ["cdi"], remote: ["none"] };
      putRow(table, { id, version: 1, text: { title }, facets, numbers: { publishedAt: 1, day: 1 }, place });
      kept.touch(table.slotOf.get(id));
    };
    const near = { lat: 45.27, lon: 1.77, km: 5 };
    const query = { ...aQuery(drawer(9)), text: "menuisier soudeur", without: [], facets: {}, minimum: {}, near };
    put("half", "menuisier", near);
    expect(kept.answer(table, query)).toMatchObject({ relaxed: true, total: 1 });

    put("whole", "menuisier soudeur", { lat: 45.16, lon: 1.53 });
    expect(kept.answer(table, query)).toMatchObject({ relaxed: false, total: 0 });

    const slot = table.slotOf.get("whole");
    removeRow(table, { id: "whole", version: undefined });
    kept.touch(slot);
    expect(kept.answer(table, query)).toMatchObject({ relaxed: true, total: 1 });
  });
});
