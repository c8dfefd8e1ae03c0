import { beforeEach, describe, expect, it } from "vitest";
import type { SearchDocument, SearchIndex } from "#server/platform/search/port.ts";
import { drawer } from "#test/bench/search-offers-corpus.ts";
import { anIndex, engines } from "./engines.ts";
import { aDocument, aQuery, idsFor, idsOf, streamOf } from "./search-fixtures.ts";

const versionsOf = async (index: SearchIndex): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for await (const { id, version } of index.versions()) found[id] = version;
  return found;
};

describe.each(engines)("changing the index of the $label engine", (engine) => {
  let index: SearchIndex;
  beforeEach(async () => {
    index = await anIndex(engine);
  });

  it("replaces a document by a newer one, its old words and facets gone", async () => {
    await index.put([aDocument("1", { title: "Soudeur" })]);
    await index.put([aDocument("1", { version: 2, title: "Boucher", facets: { contract: ["CDD"], commune: [] } })]);

    expect(await idsFor(index, "boucher")).toEqual(["1"]);
    expect((await index.search(aQuery({ text: "soudeur", exact: true }))).total).toBe(0);
    expect((await index.search(aQuery())).facets).toEqual({ contract: [{ value: "CDD", count: 1 }], commune: [] });
  });

  it("never goes back to an older version", async () => {
    await index.put([aDocument("1", { version: 3, title: "Boucher" })]);
    await index.put([aDocument("1", { version: 2, title: "Soudeur" })]);
    await index.remove(["1"], 2);

    expect(await versionsOf(index)).toEqual({ "1": 3 });
    expect(await idsFor(index, "boucher")).toEqual(["1"]);
  });

  it("keeps out what was removed, until it is newer", async () => {
    await index.put([aDocument("1", { version: 3 })]);
    await index.remove(["1"], 4);
    await index.put([aDocument("1", { version: 4 })]);
    expect(await index.count()).toBe(0);

    await index.put([aDocument("1", { version: 5 })]);
    expect(await index.count()).toBe(1);
  });

  it("remembers the removal of what it never had", async () => {
    await index.remove(["late"], 2);
    await index.put([aDocument("late", { version: 1 })]);

    expect(await versionsOf(index)).toEqual({});
  });

  it("removes without a version what is there, and not its later self", async () => {
    await index.put([aDocument("1", { version: 7 }), aDocument("2")]);
    await index.remove(["1", "unknown"]);
    await index.put([aDocument("1", { version: 7 })]);
    expect(await versionsOf(index)).toEqual({ "2": 1 });

    await index.put([aDocument("1", { version: 8 })]);
    expect(await versionsOf(index)).toEqual({ "1": 8, "2": 1 });
  });

  it("ends the same whatever the order of the changes", async () => {
    const draw = drawer(3);
    const changes = Array.from({ length: 200 }, (_, place) => ({
      id: String(place % 10),
      version: 1 + Math.floor(place / 10),
      removal: (place * 7) % 3 === 0,
    }));
    for (const { id, version, removal } of changes.toSorted(() => draw() - 0.5)) {
      if (removal) await index.remove([id], version);
      else await index.put([aDocument(id, { version })]);
    }

    const expected = changes.slice(-10).filter(({ removal }) => !removal);
    expect(await versionsOf(index)).toEqual(Object.fromEntries(expected.map(({ id, version }) => [id, version])));
  });

  it("rebuilds without a hole, keeping what changes meanwhile", async () => {
    await index.put([aDocument("kept"), aDocument("stale"), aDocument("edited"), aDocument("withdrawn")]);
    const seen: number[] = [];
    async function* truth(): AsyncIterable<SearchDocument> {
      yield aDocument("kept");
      seen.push((await index.search(aQuery())).total);
      await index.put([aDocument("edited", { version: 2, title: "Boucher" }), aDocument("new")]);
      await index.remove(["withdrawn"], 2);
      seen.push((await index.search(aQuery())).total);
      yield aDocument("edited", { version: 1 });
      yield aDocument("withdrawn", { version: 1 });
    }

    await index.rebuild(truth());

    expect(seen).toEqual([4, 4]);
    expect(await versionsOf(index)).toEqual({ kept: 1, edited: 2, new: 1 });
    expect(await idsFor(index, "boucher")).toEqual(["edited"]);
  });

  it("keeps the old index when the rebuild fails", async () => {
    await index.put([aDocument("1")]);
    async function* broken(): AsyncIterable<SearchDocument> {
      yield aDocument("2");
      throw new Error("MongoDB went away");
    }

    await expect(index.rebuild(broken())).rejects.toThrow("MongoDB went away");
    expect(idsOf(await index.search(aQuery()))).toEqual(["1"]);
  });

  it("forgets the words of what is gone, even after many changes", async () => {
    for (let version = 1; version <= 1_200; version += 400) {
      const batch = Array.from({ length: 400 }, (_, place) =>
        aDocument(String(place), { version, title: `Métier ${version}` }),
      );
      await index.put(batch);
    }
    await index.put([aDocument("last", { title: "Zingueur" })]);
    await index.remove(["last"]);

    expect(await index.count()).toBe(400);
    expect((await index.search(aQuery({ text: "metier 801" }))).total).toBe(400);
    expect(await idsFor(index, "zingueur")).toEqual([]);
    await index.rebuild(streamOf([aDocument("only")]));
    expect(await versionsOf(index)).toEqual({ only: 1 });
  });
});
