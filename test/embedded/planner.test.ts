import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aggregate } from "#server/embedded/store/aggregate.ts";
import { type Catalog, openCatalog } from "#server/embedded/store/catalog.ts";
import type { Collection } from "#server/embedded/store/collection.ts";
import { countByIndex } from "#server/embedded/store/count-by-index.ts";
import { type Disk, openDisk } from "#server/embedded/store/disk.ts";
import { findDocuments } from "#server/embedded/store/find-documents.ts";
import { atOnce, gathered } from "#server/embedded/store/pauses.ts";
import type { SortKey } from "#server/embedded/store/sort-documents.ts";
import { documentOf, encode } from "#server/embedded/store/stored-document.ts";

type Doc = Record<string, unknown>;

let folder: string;
let disk: Disk;
let catalog: Catalog;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "elan-planner-"));
  disk = openDisk(join(folder, "documents.mdb"));
  catalog = openCatalog(disk);
});

afterAll(async () => {
  await disk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("an index", () => {
  it.each([1, 2, 3, 4])("never changes what a query answers (random questions, seed %i)", (seed) => {
    const dice = random(seed);
    const things = filled(dice, `fuzz.things${seed}`);

    const differing = Array.from({ length: 800 }, () => ({
      filter: aFilter(dice),
      sort: aSort(dice),
      limit: dice(3) * 5,
    })).filter(({ filter, sort, limit }) => {
      const asked = { filter, sort, limit };
      const walked = atOnce(findDocuments(things, { ...asked, hint: { $natural: 1 } }));
      const served = atOnce(findDocuments(things, asked));
      // Without a sort any of the matching may come first; with one, the sorted values must be the same.
      const view = (found: typeof walked): string =>
        JSON.stringify(
          sort.length > 0
            ? found.map((stored) => sort.map(({ path }) => documentOf(stored)[path] ?? null))
            : limit
              ? found.length
              : found.map(({ rank }) => rank).sort(),
        );
      return view(walked) !== view(served);
    });

    expect(differing.slice(0, 3)).toEqual([]);
  });
});

describe("a count of documents", () => {
  it.each([5, 6])("is the same when an index alone answers it (random questions, seed %i)", (seed) => {
    const dice = random(seed);
    const things = filled(dice, `fuzz.things${seed}`);

    const differing = Array.from({ length: 400 }, () => aFilter(dice)).filter((filter) => {
      const walked = atOnce(findDocuments(things, { filter, hint: { $natural: 1 } })).length;
      const pipeline = [{ $match: filter }, { $group: { _id: 1, n: { $sum: 1 } } }];
      const counted = atOnce(gathered(aggregate({ catalog, database: "fuzz", collection: `things${seed}`, pipeline })));
      return (counted[0]?.n ?? 0) !== walked;
    });

    expect(differing.slice(0, 3)).toEqual([]);
  });

  it("reads no document when an index alone answers it", () => {
    const things = filled(random(7), "fuzz.things7");
    atOnce(things.addIndex({ v: 2, name: "only_1", key: { only: 1 } }));
    for (let n = 0; n < 3; n += 1) things.insert({ only: "x" });
    const group = { $group: { _id: 1, n: { $sum: 1 } } };

    expect(countByIndex(things, { filter: { only: "x" } }, [group])).toEqual([{ _id: 1, n: 3 }]);
    expect(countByIndex(things, { filter: { only: null } }, [group])).toBeUndefined();
    expect(countByIndex(things, { filter: { only: "x" }, limit: 1 }, [group])).toBeUndefined();
  });
});

/** Numbers below `sides`, the same for the same seed. */
const random = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
};

type Dice = (sides: number) => number;

const values: unknown[] = [0, 1, 2, -3, 2.5, "", "a", "ab", "b", null, true, false, new Date(0), new Date(5)];
const aValue = (dice: Dice): unknown => values[dice(values.length)];

const filled = (dice: Dice, ns: string): Collection => {
  const things = catalog.ensure(ns);
  const keys: Record<string, 1 | -1>[] = [
    { a: 1 },
    { a: 1, b: -1 },
    { b: -1, c: 1 },
    { t: 1 },
    { "s.x": 1 },
    { t: 1, a: 1 },
    { "s.x": 1, "s.y": -1, a: 1 },
  ];
  for (const [i, key] of keys.entries()) atOnce(things.addIndex({ name: `i${i}`, key }));
  atOnce(things.addIndex({ name: "sparse", key: { c: 1 }, sparse: true }));
  atOnce(things.addIndex({ name: "partial", key: { c: 1, a: 1 }, partialFilterExpression: { b: { $gt: 0 } } }));
  for (let n = 0; n < 300; n++) {
    const stored = things.insert(aThing(dice, n));
    if (dice(4) === 0) things.replace(stored, encode(aThing(dice, n)));
    if (dice(8) === 0) things.remove(things.records.get(stored.rank) ?? stored);
  }
  return things;
};

const aThing = (dice: Dice, n: number): Doc => ({
  _id: n,
  ...(dice(5) ? { a: aValue(dice) } : {}),
  ...(dice(5) ? { b: aValue(dice) } : {}),
  ...(dice(2) ? { c: aValue(dice) } : {}),
  ...(dice(4) ? { t: Array.from({ length: dice(4) }, () => aValue(dice)) } : {}),
  ...(dice(3) ? { s: dice(2) ? anElement(dice) : [anElement(dice), anElement(dice), {}] } : {}),
});

const anElement = (dice: Dice): Doc => ({ x: aValue(dice), ...(dice(3) ? { y: aValue(dice) } : {}) });

const paths = ["a", "b", "c", "t", "s.x", "s.y", "_id"];

const aCondition = (dice: Dice): unknown => {
  const value = aValue(dice);
  const conditions = [
    value,
    { $in: [value, aValue(dice), aValue(dice)] },
    { $gt: value },
    { $lte: value },
    { $gte: value, $lt: aValue(dice) },
    { $ne: value },
    { $exists: dice(2) === 0 },
    { $elemMatch: { $gte: value, $lte: aValue(dice) } },
    /^a/,
    { $not: { $gt: value } },
    { $gt: 0 },
  ];
  return conditions[dice(conditions.length)];
};

const aFilter = (dice: Dice): Doc => {
  const clause = (): Doc => ({ [paths[dice(paths.length)] ?? "a"]: aCondition(dice) });
  const filter: Doc = Object.assign({}, ...Array.from({ length: dice(3) }, clause));
  if (dice(5) === 0) filter.s = { $elemMatch: { x: aCondition(dice), y: aCondition(dice) } };
  if (dice(5) === 0) filter.$or = [clause(), clause()];
  if (dice(5) === 0) filter.$and = [clause(), clause()];
  return filter;
};

const aSort = (dice: Dice): SortKey[] =>
  Array.from(new Set(Array.from({ length: dice(3) }, () => ["a", "b", "c", "_id"][dice(4)] ?? "a")), (path) => ({
    path,
    direction: dice(2) ? 1 : -1,
  }));
