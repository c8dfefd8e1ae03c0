import { inspect } from "node:util";
import mongoose from "mongoose";
import { type Case, type Doc, one, refuses, type Things } from "./contract.ts";

const { MongoServerError } = mongoose.mongo;

const failure = async (doing: Promise<unknown>): Promise<Doc> => {
  try {
    await doing;
    return {};
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    return { code: error.code, keyPattern: error.keyPattern, keyValue: error.keyValue };
  }
};

const winning = async (things: Things, filter: Doc, sort?: Record<string, 1 | -1>): Promise<string> => {
  const found = things.find(filter);
  return JSON.stringify((await (sort ? found.sort(sort) : found).explain()).queryPlanner.winningPlan);
};

const multikey = "core/indexes/index-types/index-multikey";

const three = [{ a: 1 }, { a: 2 }, { a: 3 }];

export const indexCases: Case[] = [
  one(
    "names key and value of a duplicate",
    "core/index-unique",
    [{ a: 1 }],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true });
      return failure(c.insertOne({ _id: 2, a: 1 }));
    },
    { code: 11000, keyPattern: { a: 1 }, keyValue: { a: 1 } },
  ),
  one(
    "lets one document only lack a unique field",
    "core/index-unique",
    [{}],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true });
      return failure(c.insertOne({ _id: 2 }));
    },
    { code: 11000, keyPattern: { a: 1 }, keyValue: { a: null } },
  ),
  one(
    "lets many lack it when the index is sparse",
    "core/index-sparse",
    [{}],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true, sparse: true });
      return failure(c.insertOne({ _id: 2 }));
    },
    {},
  ),
  one(
    "binds by a partial unique index only those it covers",
    "core/index-partial",
    [
      { a: 1, on: false },
      { a: 2, on: true },
    ],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { on: true } });
      await c.insertOne({ _id: 3, a: 1, on: true });
      return (await failure(c.insertOne({ _id: 4, a: 2, on: true }))).code;
    },
    11000,
  ),
  one(
    "refuses an update that would make a duplicate, and keeps the document",
    "core/index-unique",
    [{ a: 1 }, { a: 2 }],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true });
      const { code } = await failure(c.updateOne({ _id: 2 }, { $set: { a: 1 } }));
      return [code, await c.findOne({ a: 2 })];
    },
    [11000, { _id: 2, a: 2 }],
  ),
  one(
    "treats each element of an array as a unique key",
    multikey,
    [{ a: [1, 2] }],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true });
      return (await failure(c.insertOne({ _id: 2, a: [2, 3] }))).code;
    },
    11000,
  ),
  one(
    "makes no unique index over duplicates",
    "core/index-unique",
    [{ a: 1 }, { a: 1 }],
    async (c) => (await failure(c.createIndex({ a: 1 }, { unique: true }))).code,
    11000,
  ),
  one(
    "lists indexes with their options",
    "method/db.collection.getIndexes",
    [{ a: 1 }],
    async (c) => {
      await c.createIndex({ a: 1, b: -1 }, { name: "ab", expireAfterSeconds: 60 }).catch(() => undefined);
      await c.createIndex({ at: 1 }, { name: "ttl", expireAfterSeconds: 60 });
      return (await c.indexes()).filter(({ name }) => name !== "ab");
    },
    [
      { v: 2, key: { _id: 1 }, name: "_id_" },
      { v: 2, key: { at: 1 }, name: "ttl", expireAfterSeconds: 60 },
    ],
  ),
  one(
    "reads an index for equality, range and sort",
    "core/query-plans",
    three,
    async (c) => {
      await c.createIndex({ a: 1 });
      const plans = [
        await winning(c, { a: 2 }),
        await winning(c, { a: { $gte: 2 } }),
        await winning(c, { a: { $in: [1, 2] } }),
        await winning(c, {}, { a: -1 }),
      ];
      return plans.map((plan) => [plan.includes("IXSCAN"), plan.includes('"SORT"')]);
    },
    [
      [true, false],
      [true, false],
      [true, false],
      [true, false],
    ],
  ),
  one(
    "walks the collection without an index",
    "core/query-plans",
    three,
    async (c) => (await winning(c, { a: 2 })).includes("COLLSCAN"),
    true,
  ),
  one(
    "answers the same with and without an index",
    "core/query-plans",
    [{ a: [1, 9] }, { a: [4] }, { a: 2 }, {}, { a: null }, { a: "x" }],
    async (c) => {
      const filters = [
        { a: { $gt: 3, $lt: 5 } },
        { a: null },
        { a: { $lt: 3 } },
        { a: { $gt: "a" } },
        { a: { $in: [9, null] } },
        { a: { $ne: 4 } },
      ];
      const ask = (): Promise<unknown> =>
        Promise.all(
          filters.map(async (filter) => (await c.find(filter).toArray()).map(({ _id }) => Number(_id)).sort()),
        );
      const before = await ask();
      await c.createIndex({ a: 1 });
      return JSON.stringify(before) === JSON.stringify(await ask());
    },
    true,
  ),
  one(
    "indexes two fields of one array, element by element",
    multikey,
    [{ a: [{ x: 1, y: 1 }, { x: 2 }] }],
    async (c) => {
      await c.createIndex({ "a.x": 1, "a.y": -1 }, { unique: true });
      const other = await failure(c.insertOne({ _id: 2, a: [{ x: 1 }, { x: 2, y: 1 }] }));
      return [other.code, (await failure(c.insertOne({ _id: 3, a: [{ x: 1, y: 1 }] }))).code];
    },
    [undefined, 11000],
  ),
  one(
    "finds by two fields of one array what two of its elements hold",
    multikey,
    [
      {
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
        ],
      },
      { a: { x: 1, y: 2 } },
      { a: [] },
      {},
    ],
    async (c) => {
      const ask = (): Promise<unknown> =>
        Promise.all(
          [{ "a.x": 1, "a.y": 2 }, { a: { $elemMatch: { x: 1, y: 2 } } }, { "a.x": 2, "a.y": { $lt: 2 } }].map(
            async (filter) => (await c.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
          ),
        );
      const before = await ask();
      await c.createIndex({ "a.x": 1, "a.y": 1 });
      return [before, await ask(), (await winning(c, { "a.x": 1, "a.y": 2 })).includes("IXSCAN")];
    },
    [[[1, 2], [], [1]], [[1, 2], [], [1]], true],
  ),
  one(
    "refuses an index over two arrays of a document",
    multikey,
    [{ a: [1], b: [2] }],
    async (c) => {
      const top = (await failure(c.createIndex({ a: 1, b: 1 }))).code;
      await c.createIndex({ "s.a": 1, "s.b": 1 });
      await c.insertOne({ _id: 2, s: [{ a: [1] }, { b: [2] }] });
      return [top, (await failure(c.insertOne({ _id: 3, s: [{ a: [1], b: [2] }] }))).code];
    },
    [171, 171],
  ),
  one(
    "tells apart the name and the options of an index that is there",
    "reference/command/createIndexes",
    [],
    async (c) => {
      await c.createIndex({ a: 1 });
      const codes = [];
      for (const options of [{ unique: true }, { expireAfterSeconds: 9 }, { name: "other" }])
        codes.push((await failure(c.createIndex({ a: 1 }, options))).code);
      return codes;
    },
    [86, 85, 85],
  ),
  one(
    "names the element that is a duplicate",
    multikey,
    [{ a: [1, 2] }],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true });
      return (await failure(c.insertOne({ _id: 2, a: [3, 2] }))).keyValue;
    },
    { a: 2 },
  ),
  ...[
    { code: 16764, key: { a: "hashed" }, options: { unique: true } },
    { code: 31303, key: { a: "hashed", b: "hashed" } },
    { key: { a: 1, b: 1 }, options: { expireAfterSeconds: 9 } },
    { key: { a: 1 }, options: { expireAfterSeconds: -1 } },
    { code: 14, key: { a: 1 }, options: { expireAfterSeconds: "9" } },
    { code: 14, key: { a: 1 }, options: { unique: "yes" } },
    { key: { a: 1 }, options: { name: "*" } },
    { key: { "a.$b": 1 } },
    { key: { "a..b": 1 } },
    { key: { a: Number.NaN } },
    { code: 13103, key: Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`f${i}`, 1])) },
    { key: { "$**": 1 }, options: { unique: true } },
    { code: 2, key: { a: 1 }, options: { wildcardProjection: { a: 1 } } },
    ...[{ b: { $ne: 1 } }, { b: { $exists: false } }, { b: /x/ }, { $or: [{ b: { $nin: [1] } }] }].map((filter) => ({
      key: { a: 1 },
      options: { partialFilterExpression: filter },
    })),
  ].map(({ code = 67, key, options = {} }: { code?: number; key: object; options?: object }) =>
    refuses(
      `an index ${inspect({ key, ...options }, { depth: 9, breakLength: Number.POSITIVE_INFINITY })}`,
      code,
      (c) => c.createIndex(key as Record<string, 1>, options),
      "command/createIndexes",
    ),
  ),
  one(
    "keeps a unique, a sparse and a plain index of one key beside each other",
    "core/index-unique",
    [],
    async (c) => {
      await c.createIndex({ a: 1 });
      await c.createIndex({ a: 1 }, { unique: true, name: "unique" });
      await c.createIndex({ a: 1 }, { sparse: true, name: "sparse" });
      await c.insertOne({ _id: 1, a: 1 });
      return [(await c.indexes()).length, (await failure(c.insertOne({ _id: 2, a: 1 }))).code];
    },
    [4, 11000],
  ),
  one(
    "writes a duplicate date as a date",
    "core/index-unique",
    [{ a: new Date(0) }],
    async (c) => {
      await c.createIndex({ a: 1 }, { unique: true });
      return c.insertOne({ _id: 2, a: new Date(0) }).catch(({ message }: Error) => message.split("dup key: ")[1]);
    },
    "{ a: new Date(0) }",
  ),
];
