import { type Case, changes, type Doc, refuses } from "./contract.ts";

const u = (name: string): string => `operator/update/${name}`;
const items = {
  items: [
    { id: 1, n: 1 },
    { id: 2, n: 2 },
  ],
};

export const updateCases: Case[] = [
  changes({ a: 1 }, { $set: { b: 2, "c.d": 3 } }, { a: 1, b: 2, c: { d: 3 } }, u("set")),
  changes({ a: [1, 2] }, { $set: { "a.1": 9 } }, { a: [1, 9] }, u("set")),
  changes({ a: [1] }, { $set: { "a.3": 9 } }, { a: [1, null, null, 9] }, u("set")),
  changes({ a: 1, b: 2 }, { $unset: { a: "" } }, { b: 2 }, u("unset")),
  changes({ a: [1, 2] }, { $unset: { "a.0": "" } }, { a: [null, 2] }, u("unset")),
  changes({ a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }, u("inc")),
  changes({ a: 3 }, { $mul: { a: 2, b: 2 } }, { a: 6, b: 0 }, u("mul")),
  changes({ a: 3 }, { $min: { a: 1 } }, { a: 1 }, u("min")),
  changes({ a: 3 }, { $min: { a: 5 } }, { a: 3 }, u("min")),
  changes({ a: 3 }, { $max: { a: 5, b: 1 } }, { a: 5, b: 1 }, u("max")),
  changes(
    { a: [{ b: [1, 2] }] },
    { $set: { "a.0.b.$": 9 } },
    { a: [{ b: [1, 9] }] },
    u("positional"),
    {},
    {
      "a.0.b": 2,
    },
  ),
  changes({ a: 1 }, { $rename: { a: "b.c" } }, { b: { c: 1 } }, u("rename")),
  changes({ a: 1 }, { $rename: { x: "y" } }, { a: 1 }, u("rename")),
  changes({ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }, u("push")),
  changes({}, { $push: { a: 2 } }, { a: [2] }, u("push")),
  changes({ a: [3] }, { $push: { a: { $each: [1, 2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }, u("slice")),
  changes({ a: [3] }, { $push: { a: { $each: [1, 2], $slice: -2 } } }, { a: [1, 2] }, u("slice")),
  changes({ a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }, u("position")),
  changes(
    { a: [{ n: 2 }] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 2 }] },
    u("sort"),
  ),
  changes({ a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }, u("addToSet")),
  changes({ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }, u("addToSet")),
  changes({ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }, u("pull")),
  changes({ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }, u("pull")),
  changes(items, { $pull: { items: { id: 1 } } }, { items: [{ id: 2, n: 2 }] }, u("pull")),
  changes({ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }, u("pullAll")),
  changes({ a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }, u("pop")),
  changes({ a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }, u("pop")),
  changes(
    items,
    { $set: { "items.$.n": 9 } },
    {
      items: [
        { id: 1, n: 1 },
        { id: 2, n: 9 },
      ],
    },
    u("positional"),
    {},
    { "items.id": 2 },
  ),
  changes(
    items,
    { $inc: { "items.$[].n": 1 } },
    {
      items: [
        { id: 1, n: 2 },
        { id: 2, n: 3 },
      ],
    },
    u("positional-all"),
  ),
  changes(
    items,
    { $set: { "items.$[x].n": 0 } },
    {
      items: [
        { id: 1, n: 0 },
        { id: 2, n: 2 },
      ],
    },
    u("positional-filtered"),
    { arrayFilters: [{ "x.id": 1 }] },
  ),
  changes(
    items,
    { $set: { "items.$[x].n": 0, "items.$[y].n": 5 } },
    {
      items: [
        { id: 1, n: 0 },
        { id: 2, n: 5 },
      ],
    },
    u("positional-filtered"),
    { arrayFilters: [{ "x.id": 1 }, { "y.id": 2 }] },
  ),
  changes({ a: 1, b: 2 }, [{ $set: { c: { $add: ["$a", "$b"] } } }, { $unset: "a" }], { b: 2, c: 3 }, "command/update"),
  changes({ a: 1 }, { $setOnInsert: { b: 2 }, $set: { a: 3 } }, { a: 3 }, u("setOnInsert")),

  refuses("$inc on a string", 14, (c) => c.updateOne({}, { $inc: { a: 1 } }), u("inc"), [{ a: "x" }]),
  refuses("$inc on null", 14, (c) => c.updateOne({}, { $inc: { a: 1 } }), u("inc"), [{ a: null }]),
  refuses("$set through null", 28, (c) => c.updateOne({}, { $set: { "a.b": 1 } }), u("set"), [{ a: null }]),
  refuses("$set through a number", 28, (c) => c.updateOne({}, { $set: { "a.b": 1 } }), u("set"), [{ a: 1 }]),
  refuses("$push onto a number", 2, (c) => c.updateOne({}, { $push: { a: { $each: [1] } } } as Doc), u("push"), [
    { a: 1 },
  ]),
  refuses("two changes of one path", 40, (c) => c.updateOne({}, { $set: { a: 1 }, $inc: { a: 1 } }), "command/update", [
    { a: 1 },
  ]),
  refuses("a path and its parent", 40, (c) => c.updateOne({}, { $set: { a: 1, "a.b": 1 } }), "command/update", [{}]),
  refuses("another _id", 66, (c) => c.updateOne({}, { $set: { _id: 9 } }), "command/update", [{}]),
  refuses("an unknown update operator", 9, (c) => c.updateOne({}, { $frob: { a: 1 } }), "operator/update", [{}]),
  refuses(
    "an unused array filter",
    9,
    (c) => c.updateOne({}, { $set: { a: 1 } }, { arrayFilters: [{ "x.id": 1 }] }),
    u("positional-filtered"),
    [{}],
  ),
  refuses(
    "a missing array filter",
    2,
    (c) => c.updateOne({}, { $set: { "items.$[x].n": 1 } }),
    u("positional-filtered"),
    [items],
  ),
  refuses(
    "a positional $ without a match",
    2,
    (c) => c.updateOne({ _id: 1 }, { $set: { "items.$.n": 1 } }),
    u("positional"),
    [items],
  ),
  refuses("an unknown query operator", 2, (c) => c.find({ a: { $frob: 1 } }).toArray(), "operator/query"),
  refuses("an unknown top-level operator", 2, (c) => c.find({ $frob: 1 }).toArray(), "operator/query"),
  refuses("an unknown stage", 40324, (c) => c.aggregate([{ $frob: 1 }]).toArray(), "operator/aggregation-pipeline"),
  refuses(
    "an unknown expression",
    168,
    (c) => c.aggregate([{ $project: { a: { $frob: 1 } } }]).toArray(),
    "operator/aggregation",
    [{}],
  ),
  refuses("an invalid regex", 51091, (c) => c.find({ a: { $regex: "(" } }).toArray(), "operator/query/regex"),
  refuses(
    "inclusion mixed with exclusion",
    31254,
    (c) => c.find({}, { projection: { a: 1, b: 0 } }).toArray(),
    "operator/projection",
  ),
  refuses("an _id that is an array", 53, (c) => c.insertOne({ _id: [1] }), "limits"),
];
