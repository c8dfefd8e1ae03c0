import mongoose from "mongoose";
import { type Case, type Doc, finds, one, pipes, projects, refuses, type Things } from "./contract.ts";

const { MaxKey, MinKey } = mongoose.mongo;
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
  refuses("a value in no bucket", 40_066, piped({ $bucket: { groupBy: "$a", boundaries: [0, 5] } }), agg("bucket"), [
    { a: 9 },
  ]),
  refuses(
    "a $switch without a branch that holds",
    40_066,
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
  refuses("an expression it does not know", 238, piped({ $project: { x: { $toObjectId: "$a" } } }), agg("toObjectId")),
  refuses(
    "code in a filter",
    238,
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
];
