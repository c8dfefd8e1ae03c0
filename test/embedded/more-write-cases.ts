import { type Case, changes, type Doc, one, refuses } from "./contract.ts";

const u = (name: string): string => `operator/update/${name}`;
const bulk = "method/db.collection.bulkWrite";
const list = (...values: unknown[]): Doc[] => values.map((n, index) => ({ id: index + 1, n }));

/** Updates of arrays in arrays, upserts, batches and their counts. */
export const moreWriteCases: Case[] = [
  changes({ a: list(1, 2, 3) }, { $pull: { a: { $or: [{ id: 1 }, { n: 3 }] } } }, { a: [{ id: 2, n: 2 }] }, u("pull")),
  changes({ a: list(1, 2) }, { $pull: { a: { n: { $gt: 1 } } } }, { a: [{ id: 1, n: 1 }] }, u("pull")),
  changes({ a: ["x", "y"] }, { $pull: { a: { $in: ["x", "z"] } } }, { a: ["y"] }, u("pull")),
  changes({ a: ["xa", "y"] }, { $pull: { a: /^x/ } }, { a: ["y"] }, u("pull")),
  changes({ a: { b: [1, 2] } }, { $pull: { "a.b": 2 } }, { a: { b: [1] } }, u("pull")),
  changes({ b: 1 }, { $pull: { a: 1 } }, { b: 1 }, u("pull")),
  changes({ b: 1 }, { $pop: { a: 1 } }, { b: 1 }, u("pop")),
  changes({ a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }, u("push")),
  changes({ a: [1] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }, u("slice")),
  changes({ a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }, u("position")),
  changes({ a: list(3, 1) }, { $push: { a: { $each: [], $sort: { n: -1 } } } }, { a: list(3, 1) }, u("sort")),
  changes({ a: [{ b: 1 }] }, { $addToSet: { a: { b: 1 } } }, { a: [{ b: 1 }] }, u("addToSet")),
  changes({ a: [{ b: 1, c: 2 }] }, { $addToSet: { a: { b: 1 } } }, { a: [{ b: 1, c: 2 }, { b: 1 }] }, u("addToSet")),
  changes({}, { $addToSet: { a: 1 } }, { a: [1] }, u("addToSet")),
  changes({ a: { b: 1 } }, { $set: { "a.c": { d: 1 } } }, { a: { b: 1, c: { d: 1 } } }, u("set")),
  changes({ a: list(1, 2) }, { $unset: { "a.$[].n": "" } }, { a: [{ id: 1 }, { id: 2 }] }, u("positional-all")),
  changes(
    { a: list([1, 2], [3]) },
    { $push: { "a.$[x].n": 9 } },
    { a: list([1, 2], [3, 9]) },
    u("positional-filtered"),
    {
      arrayFilters: [{ "x.id": 2 }],
    },
  ),
  changes(
    {
      a: [
        { k: 1, b: list(1, 2) },
        { k: 2, b: list(3) },
      ],
    },
    { $inc: { "a.$[].b.$[y].n": 10 } },
    {
      a: [
        { k: 1, b: list(11, 2) },
        { k: 2, b: list(13) },
      ],
    },
    u("positional-filtered"),
    { arrayFilters: [{ "y.id": 1 }] },
  ),
  changes(
    { a: list(1, 2) },
    { $set: { "a.$.n": 5, "a.$.seen": true } },
    {
      a: [
        { id: 1, n: 1 },
        { id: 2, n: 5, seen: true },
      ],
    },
    u("positional"),
    {},
    { a: { $elemMatch: { id: 2, n: 2 } } },
  ),
  changes({ a: [1, 5, 9] }, { $set: { "a.$[x]": 0 } }, { a: [1, 0, 0] }, u("positional-filtered"), {
    arrayFilters: [{ x: { $gte: 5 } }],
  }),
  changes({ a: [1, 2, 3] }, { $mul: { "a.$[]": 2 } }, { a: [2, 4, 6] }, u("positional-all")),
  changes({ a: 1, b: 2 }, [{ $replaceWith: { c: "$a" } }], { c: 1 }, "command/update"),
  changes({ a: [1, 2] }, [{ $set: { n: { $size: "$a" } } }], { a: [1, 2], n: 2 }, "command/update"),
  changes({ a: 1 }, { $min: { b: 4 }, $max: { a: 0 } }, { a: 1, b: 4 }, u("min")),
  changes({ a: new Date(5) }, { $max: { a: new Date(9) } }, { a: new Date(9) }, u("max")),
  one(
    "adds new fields in the order of their names",
    "operator/update/#update-operators-behavior",
    [{ n: 1 }],
    async (c) => {
      await c.updateOne({}, { $set: { z: 1, "l.10": 1, "l.9": 1, n: 2 }, $inc: { b: 1 } });
      return JSON.stringify(await c.findOne());
    },
    '{"_id":1,"n":2,"b":1,"l":{"9":1,"10":1},"z":1}',
  ),
  refuses(
    "$rename onto a field that also changes",
    40,
    (c) => c.updateOne({}, { $rename: { a: "b" }, $set: { b: 1 } }),
    u("rename"),
    [{ a: 1 }],
  ),
  changes({ a: { b: 1 }, c: 2 }, { $rename: { "a.b": "d" } }, { a: {}, c: 2, d: 1 }, u("rename")),

  one(
    "upserts with equalities of $and, and never with comparisons",
    "method/db.collection.updateOne",
    [],
    async (c) => {
      await c.updateOne({ _id: 7, $and: [{ a: 1 }], b: { $gt: 2 } }, { $set: { c: 3 } }, { upsert: true });
      return c.findOne({ _id: 7 });
    },
    { _id: 7, a: 1, c: 3 },
  ),
  one(
    "sets $setOnInsert only when it inserts",
    u("setOnInsert"),
    [],
    async (c) => {
      const write = (n: number) =>
        c.updateOne({ _id: 5 }, { $set: { n }, $setOnInsert: { first: n } }, { upsert: true });
      await write(1);
      await write(2);
      return c.findOne({ _id: 5 });
    },
    { _id: 5, n: 2, first: 1 },
  ),
  one(
    "replaces by upsert, keeping the filter's id",
    "method/db.collection.replaceOne",
    [],
    async (c) => {
      await c.replaceOne({ _id: 3, a: 1 }, { b: 2 }, { upsert: true });
      return c.findOne();
    },
    { _id: 3, b: 2 },
  ),
  one(
    "gives null before an upsert and the document after it",
    "command/findAndModify",
    [],
    async (c) => {
      const before = await c.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }, { upsert: true });
      const after = await c.findOneAndUpdate({ _id: 2 }, { $set: { a: 2 } }, { upsert: true, returnDocument: "after" });
      return [before, after];
    },
    [null, { _id: 2, a: 2 }],
  ),
  one(
    "shows only what was asked of the document it changes",
    "command/findAndModify",
    [{ a: 1, b: 2 }],
    (c) => c.findOneAndUpdate({}, { $inc: { a: 1 } }, { projection: { a: 1, _id: 0 }, returnDocument: "after" }),
    { a: 2 },
  ),
  one(
    "removes and gives the last in the order asked for",
    "method/db.collection.findOneAndDelete",
    [{ a: 1 }, { a: 3 }, { a: 2 }],
    async (c) => [await c.findOneAndDelete({}, { sort: { a: -1 } }), await c.countDocuments()],
    [{ _id: 2, a: 3 }, 2],
  ),
  one(
    "counts each kind of write of a batch",
    bulk,
    [{ a: 1 }, { a: 2 }],
    async (c) => {
      const done = await c.bulkWrite([
        { insertOne: { document: { _id: 9, a: 9 } } },
        { updateMany: { filter: {}, update: { $inc: { a: 1 } } } },
        { deleteOne: { filter: { _id: 1 } } },
        { replaceOne: { filter: { _id: 8 }, replacement: { a: 0 }, upsert: true } },
      ]);
      return [done.insertedCount, done.matchedCount, done.modifiedCount, done.deletedCount, done.upsertedIds];
    },
    [1, 3, 3, 1, { 3: 8 }],
  ),
  one(
    "says which writes of an unordered batch failed",
    bulk,
    [{ a: 1 }],
    async (c) => {
      const many = [{ _id: 1 }, { _id: 2 }, { _id: 1 }, { _id: 3 }];
      const error = await c.insertMany(many, { ordered: false }).catch((reason: Doc) => reason);
      const { writeErrors } = error as { writeErrors: { index: number; code: number }[] };
      return [writeErrors.map(({ index, code }) => [index, code]), await c.countDocuments()];
    },
    [
      [
        [0, 11_000],
        [2, 11_000],
      ],
      3,
    ],
  ),
  one(
    "counts nothing modified when a value is already there",
    "command/update",
    [{ a: 1 }],
    async (c) => (await c.updateOne({}, { $set: { a: 1 } })).modifiedCount,
    0,
  ),
  one(
    "changes every match at once",
    "method/db.collection.updateMany",
    [{ a: 1 }, { a: 1 }, { a: 2 }],
    async (c) => (await c.updateMany({ a: 1 }, { $set: { b: 1 } })).modifiedCount,
    2,
  ),
  one(
    "deletes nothing without a match",
    "command/delete",
    [{ a: 1 }],
    async (c) => (await c.deleteMany({ a: 9 })).deletedCount,
    0,
  ),
  one(
    "writes the current date",
    u("currentDate"),
    [{ a: 1 }],
    async (c) => {
      await c.updateOne({}, { $currentDate: { at: true } });
      return ((await c.findOne())?.at as unknown) instanceof Date;
    },
    true,
  ),
  one(
    "keeps the order in which fields were written",
    "core/document",
    [],
    async (c) => {
      await c.insertOne({ _id: 1, b: 1, a: 2 });
      await c.updateOne({}, { $set: { c: 3, b: 9 } });
      return Object.keys((await c.findOne()) ?? {});
    },
    ["_id", "b", "a", "c"],
  ),
  refuses("$pop by another number than 1", 9, (c) => c.updateOne({}, { $pop: { a: 2 } } as never), u("pop"), [
    { a: [1] },
  ]),
  refuses("$addToSet on a text", 2, (c) => c.updateOne({}, { $addToSet: { a: 1 } } as never), u("addToSet"), [
    { a: "x" },
  ]),
  refuses("$pull from a number", 2, (c) => c.updateOne({}, { $pull: { a: 1 } } as never), u("pull"), [{ a: 1 }]),
  refuses("$rename onto itself", 2, (c) => c.updateOne({}, { $rename: { a: "a" } }), u("rename"), [{ a: 1 }]),
  refuses("$mul of a text", 14, (c) => c.updateOne({}, { $mul: { a: 2 } } as never), u("mul"), [{ a: "x" }]),
  refuses("a document over 16 MB", 10_334, (c) => c.insertOne({ _id: 1, a: "x".repeat(17_000_000) }), "limits"),
  one(
    "inserts by an upsert a field that begins with a dollar, and updates none",
    "core/dot-dollar-considerations/dollar-prefix",
    [],
    async (c) => {
      await c.updateOne({ _id: 1 }, { $set: { $price: 5 } }, { upsert: true });
      const again = await c.updateOne({ _id: 1 }, { $set: { $price: 6 } }).catch(({ code }) => code);
      return [again, await c.findOne()];
    },
    [52, { _id: 1, $price: 5 }],
  ),
  one(
    "upserts with the one branch of an $or, and with none of several",
    "method/db.collection.updateOne",
    [],
    async (c) => {
      await c.updateOne({ _id: 1, $or: [{ a: 1 }] }, { $set: { c: 3 } }, { upsert: true });
      await c.updateOne({ _id: 2, $or: [{ a: 1 }, { a: 2 }] }, { $set: { c: 3 } }, { upsert: true });
      return c.find().sort({ _id: 1 }).toArray();
    },
    [
      { _id: 1, a: 1, c: 3 },
      { _id: 2, c: 3 },
    ],
  ),
  ...[
    { a: 1, $and: [{ a: 2 }] },
    { a: { b: 1 }, "a.b": 1 },
    { a: 1, "a.b": 1 },
  ].map((filter) =>
    refuses(
      `an upsert that would set a path twice: ${JSON.stringify(filter)}`,
      54,
      (c) => c.updateOne(filter, { $set: { c: 3 } }, { upsert: true }),
      "method/db.collection.updateOne",
    ),
  ),
  ...[
    { code: 40, update: { $set: { a: 1 }, $inc: { a: 1 } }, options: {} },
    { code: 9, update: { $frob: { a: 1 } }, options: {} },
    { code: 9, update: { $set: { a: 1 } }, options: { arrayFilters: [{ x: 1 }] } },
  ].map(({ code, update, options }) =>
    refuses(
      `${JSON.stringify(update)} ${JSON.stringify(options)} even if nothing is found`,
      code,
      (c) => c.updateOne({ _id: 404 }, update, options),
      "command/update",
    ),
  ),
  refuses("$rename into an array", 2, (c) => c.updateOne({}, { $rename: { a: "b.0" } }), u("rename"), [
    { a: 1, b: [2] },
  ]),
  refuses("$bit", 238, (c) => c.updateOne({}, { $bit: { a: { or: 1 } } }), "embedded store: refused by name", [
    { a: 1 },
  ]),
  refuses("$rename of an element", 2, (c) => c.updateOne({ a: 1 }, { $rename: { "a.$": "b" } }), u("rename"), [
    { a: [1] },
  ]),
  refuses(
    "an array filter with a capital",
    2,
    (c) => c.updateOne({}, { $set: { "a.$[X]": 1 } }, { arrayFilters: [{ X: 1 }] }),
    u("positional-filtered"),
    [{ a: [1] }],
  ),
];
