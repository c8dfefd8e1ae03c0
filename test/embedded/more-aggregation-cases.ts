import mongoose from "mongoose";
import { type Case, type Doc, finds, one, pipes, projects, refuses, type Things } from "./contract.ts";

const { Decimal128, MaxKey, MinKey } = mongoose.mongo;
const agg = (name: string): string => `operator/aggregation/${name}`;
const piped =
  (...pipeline: Doc[]) =>
  (c: Things): Promise<unknown> =>
    c.aggregate(pipeline).toArray();

/** Where mingo answers otherwise than MongoDB, or not at all. */
export const moreAggregationCases: Case[] = [
  pipes(
    [{ a: [{ b: 1 }, { b: 2 }, 3], d: { e: 1 } }],
    [{ $addFields: { "a.c": 9, d: { f: 2 } } }, { $project: { _id: 0 } }],
    [
      {
        a: [{ b: 1, c: 9 }, { b: 2, c: 9 }, { c: 9 }],
        d: { e: 1, f: 2 },
      },
    ],
    agg("addFields"),
  ),
  pipes([{ a: 1, b: 2 }], [{ $set: { a: "$$REMOVE", "b.c": "$a" } }], [{ _id: 1, b: { c: 1 } }], agg("set")),
  one(
    "updates by a pipeline inside of arrays",
    "tutorial/update-documents-with-aggregation-pipeline",
    [{ a: [{ b: 1 }, { b: 2 }] }],
    async (c) => {
      await c.updateOne({}, [{ $set: { "a.c": "$_id" } }]);
      return c.findOne();
    },
    {
      _id: 1,
      a: [
        { b: 1, c: 1 },
        { b: 2, c: 1 },
      ],
    },
  ),
  pipes(
    [{ a: 2.5, b: -2.567 }],
    [{ $project: { _id: 0, a: { $round: "$a" }, b: { $round: ["$b", 2] }, c: { $trunc: "$b" } } }],
    [{ a: 2, b: -2.57, c: -2 }],
    agg("round"),
  ),
  refuses(
    "a $switch without a default",
    238,
    piped({
      $project: {
        x: {
          $switch: {
            branches: [
              {
                case: false, // biome-ignore lint/suspicious/noThenProperty: MongoDB's own word
                then: 1,
              },
            ],
          },
        },
      },
    }),
    agg("switch"),
    [{}],
  ),
  refuses(
    "an expression it does not know",
    168,
    piped({ $project: { x: { $indexOfCP: ["$a", "b"] } } }),
    agg("indexOfCP"),
  ),
  refuses(
    "code in a filter",
    168,
    (c) => c.findOne({ $expr: { $function: { body: "x", args: [], lang: "js" } } }),
    agg("function"),
    [{}],
  ),
  projects(
    { a: [1, 9], b: 2, c: 3 },
    { a: { $elemMatch: { $gt: 5 } }, c: 0 },
    { _id: 1, a: [9], b: 2 },
    "operator/projection/elemMatch",
  ),
  finds([{ a: new MinKey() }, { a: 1 }, { a: "x" }], { a: { $gt: new MinKey() } }, [2, 3], "bson-types"),
  finds([{ a: new MaxKey() }, { a: 1 }, {}], { a: { $lt: new MaxKey() } }, [2, 3], "bson-types"),
  one(
    "upserts and replaces by a pipeline, the id first",
    "tutorial/update-documents-with-aggregation-pipeline",
    [],
    async (c) => {
      await c.updateOne({ _id: 4, k: 1 }, [{ $set: { z: { $add: ["$k", 1] } } }], { upsert: true });
      await c.updateOne({ _id: 4 }, [{ $project: { z: 1 } }]);
      const found = await c.findOne();
      return [found, Object.keys(found ?? {})];
    },
    [{ _id: 4, z: 2 }, ["_id", "z"]],
  ),
  pipes(
    [{ d: Decimal128.fromString("1.5"), n: 2, a: [3, 1, null] }],
    [
      {
        $project: {
          _id: 0,
          totals: [{ $sum: "$a" }, { $sum: ["$n", "$a"] }, { $sum: "$n" }, { $avg: ["$a"] }],
          extremes: [{ $max: ["$d", "$n"] }, { $min: "$a" }, { $max: ["$a", 5] }, { $min: "$none" }],
          rounded: [{ $round: 2.5 }, { $trunc: [2.55, 1] }],
        },
      },
    ],
    [{ totals: [4, 2, 2, 2], extremes: [2, 1, [3, 1, null], null], rounded: [2, 2.5] }],
    agg("max"),
  ),
  refuses("$add of a wide number", 238, piped({ $project: { x: { $add: ["$d", 1] } } }), agg("add"), [
    { d: Decimal128.fromString("1.5") },
  ]),
  refuses("$round of a wide number", 238, piped({ $project: { x: { $round: "$d" } } }), agg("round"), [
    { d: Decimal128.fromString("1.5") },
  ]),
  refuses("a number in a path to compute with", 238, piped({ $project: { x: "$a.0" } }), agg("getField")),
  one(
    "asks by the simple collation a collection that has another",
    "reference/collation",
    [],
    async (c) => {
      const { client } = c as unknown as { client: mongoose.mongo.MongoClient };
      await client.db(c.dbName).createCollection("things", { collation: { locale: "en", strength: 2 } });
      await c.insertMany([
        { _id: 1, a: "B" },
        { _id: 2, a: "b" },
      ]);
      const simple = { collation: { locale: "simple" } };
      return [
        await c.countDocuments({ a: "b" }),
        await c.countDocuments({ a: "b" }, simple),
        (await c.find({ a: "b" }, simple).toArray()).length,
        await c.distinct("a"),
        (await c.aggregate([{ $sort: { a: -1 } }], simple).toArray()).map(({ _id }) => _id),
      ];
    },
    [2, 1, 1, ["B"], [2, 1]],
  ),
];
