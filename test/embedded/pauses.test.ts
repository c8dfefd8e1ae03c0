import { mkdtempSync, rmSync } from "node:fs";
import { Session } from "node:inspector";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aggregateBytes } from "#server/embedded/store/aggregate.ts";
import { type Catalog, openCatalog } from "#server/embedded/store/catalog.ts";
import type { House } from "#server/embedded/store/commands/command.ts";
import { readUpdate, updateMatching } from "#server/embedded/store/commands/perform-update.ts";
import { distinctValues } from "#server/embedded/store/commands/read-commands.ts";
import { removeMatching } from "#server/embedded/store/commands/write-commands.ts";
import { openCursors, takeBatch } from "#server/embedded/store/cursors.ts";
import { type Disk, openDisk } from "#server/embedded/store/disk.ts";
import { expireDocuments } from "#server/embedded/store/expire-documents.ts";
import { findDocuments } from "#server/embedded/store/find-documents.ts";
import { atOnce, inParts, politely, type Work } from "#server/embedded/store/pauses.ts";
import { documentOf, encode, readerOf } from "#server/embedded/store/stored-document.ts";

type Doc = Record<string, unknown>;

let folder: string;
let disk: Disk;
let catalog: Catalog;
const session = new Session();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "elan-pauses-"));
  disk = openDisk(join(folder, "documents.mdb"));
  catalog = openCatalog(disk);
  for (const n of sizes) fill(n);
  session.connect();
  session.post("Profiler.enable");
});

afterAll(async () => {
  session.disconnect();
  await disk.close();
  rmSync(folder, { recursive: true, force: true });
});

const sizes = [600, 2_400] as const;

const fill = (size: number): void => {
  const things = catalog.ensure(`pauses.things${size}`);
  atOnce(things.addIndex({ v: 2, key: { place: "2dsphere" }, name: "place_2dsphere" }));
  for (let n = 0; n < size; n += 1)
    things.insert(
      encode({
        _id: n,
        kind: `kind ${n % 7}`,
        alone: `only ${(n * 7_919) % size}`,
        next: n + 1,
        tags: [`a${n % 11}`, `b${n % 13}`],
        place: { type: "Point", coordinates: [1.7 + n / 100_000, 45.2] },
      }),
    );
};

/** The most calls of any function, ours or a library's, between two pauses: what a machine's load cannot change. */
const mostCalls = (work: Work<unknown>): number => {
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  let most = 0;
  for (let done = false; !done; ) {
    done = work.next().done === true;
    most = Math.max(most, callsSince());
  }
  session.post("Profiler.stopPreciseCoverage");
  return most;
};

const callsSince = (): number => {
  let calls = 0;
  session.post("Profiler.takePreciseCoverage", (_, covered) => {
    for (const script of covered.result) for (const { ranges } of script.functions) calls += ranges[0]?.count ?? 0;
  });
  return calls;
};

const piped =
  (...pipeline: Doc[]) =>
  (size: number): Work<unknown> =>
    aggregateBytes({ catalog, database: "pauses", collection: `things${size}`, pipeline });

const statistics: [string, (size: number) => Work<unknown>][] = [
  ["a group of all", piped({ $group: { _id: "$kind", n: { $sum: 1 }, last: { $max: "$alone" } } })],
  ["a group per document", piped({ $group: { _id: "$alone", all: { $push: "$kind" }, n: { $avg: "$next" } } })],
  [
    "one group of everything",
    piped({ $group: { _id: null, all: { $addToSet: "$alone" } } }, { $project: { n: { $size: "$all" } } }),
  ],
  [
    "a sort after a computed field",
    piped({ $set: { back: { $concat: ["$kind", "$alone"] } } }, { $sort: { back: -1 } }),
  ],
  [
    "facets",
    piped({
      $facet: {
        tags: [{ $unwind: "$tags" }, { $sortByCount: "$tags" }],
        alone: [{ $sortByCount: "$alone" }, { $limit: 9 }],
      },
    }),
  ],
  ["an unwound array", piped({ $group: { _id: null, all: { $push: "$next" } } }, { $unwind: "$all" })],
  [
    "a join without an index",
    (size) =>
      piped(
        { $match: { _id: { $lt: 5 } } },
        { $lookup: { from: `things${size}`, localField: "alone", foreignField: "alone", as: "others" } },
      )(size),
  ],
  [
    "what is near",
    piped({ $geoNear: { near: { type: "Point", coordinates: [1.7, 45.2] }, spherical: true, distanceField: "far" } }),
  ],
  [
    "distinct values",
    (size) => {
      const { records } = catalog.ensure(`pauses.things${size}`);
      return distinctValues(inParts([...records.values()], readerOf(["alone"])), ["alone"]);
    },
  ],
  [
    "a sorted search",
    (size) =>
      findDocuments(catalog.find(`pauses.things${size}`), {
        filter: { kind: /3|4/ },
        sort: [{ path: "alone", direction: 1 }],
      }),
  ],
];

const house = (): House => ({ catalog, disk, cursors: openCursors(), startedAt: new Date() });

const overLongAgo = (size: number): string => {
  const ns = `pauses.over${size}`;
  catalog.drop(ns);
  const over = catalog.ensure(ns);
  atOnce(over.addIndex({ v: 2, key: { at: 1 }, name: "at_1", expireAfterSeconds: 60 }));
  for (let n = 0; n < size; n += 1) over.insert(encode({ _id: n, at: new Date(n), kind: `kind ${n % 7}` }));
  return ns;
};

const writes: [string, (size: number) => Work<unknown>][] = [
  [
    "an update",
    (size) =>
      updateMatching(
        house(),
        overLongAgo(size),
        readUpdate(encode({ q: {}, u: { $set: { seen: true } }, multi: true })),
      ),
  ],
  ["a removal", (size) => removeMatching(catalog.find(overLongAgo(size)), { q: { kind: /kind/ }, limit: 0 })],
  [
    "the removal of what is over",
    (size) => {
      overLongAgo(size);
      return expireDocuments(catalog, new Date());
    },
  ],
  ["an index", (size) => catalog.ensure(overLongAgo(size)).addIndex({ v: 2, key: { _id: -1 }, name: "back" })],
];

describe("a write of many documents", () => {
  it.each(writes)("does no more between two pauses when there are four times as many: %s", (_, work) => {
    const [few = 0, many = 0] = sizes.map((size) => mostCalls(work(size)));

    expect(few).toBeGreaterThan(50);
    expect(many).toBeLessThanOrEqual(few * 1.25);
  });

  it("leaves what was changed meanwhile and no longer matches, and what is gone", () => {
    const ns = overLongAgo(600);
    const held = catalog.find(ns);
    const ofKind = [...(held?.records.values() ?? [])].filter((stored) => documentOf(stored).kind === "kind 3");
    const [gone, changed] = ofKind.slice(-2);
    const work = removeMatching(held, { q: { kind: "kind 3" }, limit: 0 });
    // 600 are walked in nine parts; then the first 63 of these 86 are removed.
    for (let steps = 0; steps < 10; steps += 1) work.next();
    if (gone) held?.remove(gone);
    if (changed) held?.replace(changed, encode({ ...documentOf(changed), kind: "kind 4" }));

    const removed = atOnce(work);

    expect(removed).toBe(ofKind.length - 2);
    expect(changed && held?.records.get(changed.rank)).toBeDefined();
  });
});

describe("an index that is being built", () => {
  it("holds what was written meanwhile, once each, and nothing that went", () => {
    const over = catalog.ensure(overLongAgo(600));
    const work = over.addIndex({ v: 2, key: { kind: 1 }, name: "kind_1" });
    const change = (id: number, more: Doc): unknown =>
      atOnce(
        updateMatching(house(), over.entry.ns, readUpdate(encode({ q: { _id: id }, u: { $set: more }, multi: false }))),
      );
    for (let steps = 0; steps < 3; steps += 1) work.next();
    // The first 192 are in it by now.
    for (const _id of [5, 500]) atOnce(removeMatching(over, { q: { _id }, limit: 1 }));
    for (const id of [6, 501]) change(id, { kind: "changed" });
    for (const id of [8, 503]) change(id, { more: 1 });
    over.insert({ _id: "new", kind: "changed" });

    atOnce(work);

    const ranks = [...(over.indexes.at(-1)?.entries.within({ from: "", to: "\uffff" }) ?? [])];
    expect(ranks.toSorted((a, b) => a - b)).toEqual([...over.records.keys()]);
    const changed = atOnce(findDocuments(over, { filter: { kind: "changed" }, hint: "kind_1" }));
    expect(changed.map((stored) => documentOf(stored)._id)).toEqual([6, 501, "new"]);
  });

  it("is given up when two documents hold one key, even one written meanwhile", () => {
    const over = catalog.ensure(overLongAgo(600));
    const work = over.addIndex({ v: 2, key: { at: -1 }, name: "once", unique: true });
    work.next();
    over.insert({ _id: "twin", at: new Date(599) });

    expect(() => atOnce(work)).toThrow(/E11000/);
    expect(over.indexes.map(({ spec }) => spec.name)).toEqual(["_id_", "at_1"]);
  });

  it("is given up when its collection is dropped", () => {
    const ns = overLongAgo(600);
    const work = catalog.ensure(ns).addIndex({ v: 2, key: { kind: 1 }, name: "kind_1" });
    work.next();
    catalog.drop(ns);

    expect(() => atOnce(work)).toThrow(/was dropped/);
    expect(disk.catalog().some((entry) => entry.ns === ns)).toBe(false);
  });
});

describe("an answer", () => {
  it("carries no more than is put together at once, and the cursor goes on", () => {
    const small = Array.from({ length: 12_000 }, () => new Uint8Array(10));
    const large = Array.from({ length: 9 }, () => new Uint8Array(1_500_000));

    expect(takeBatch(small, Number.POSITIVE_INFINITY)).toHaveLength(5_000);
    expect(takeBatch(large, Number.POSITIVE_INFINITY)).toHaveLength(2);
    expect(takeBatch([new Uint8Array(15_000_000)], 1)).toHaveLength(1);
  });
});

describe("a statistic", () => {
  it.each(statistics)("does no more between two pauses when there is four times as much: %s", (_, work) => {
    const [few = 0, many = 0] = sizes.map((size) => mostCalls(work(size)));

    expect(few).toBeGreaterThan(50);
    expect(many).toBeLessThanOrEqual(few * 1.25);
    expect(many).toBeLessThan(20_000);
  });

  it("shares the turns of the event loop with all that run beside it", async () => {
    const order: number[] = [];
    function* long(who: number): Work<void> {
      for (let n = 0; n < 3; n += 1) {
        const until = performance.now() + 12;
        while (performance.now() < until);
        order.push(who);
        yield;
      }
    }

    await Promise.all([politely(long(1)), politely(long(2)), politely(long(3))]);

    expect(order).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
  });
});
