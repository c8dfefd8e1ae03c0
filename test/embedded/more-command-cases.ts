import type mongoose from "mongoose";
import { type Case, type Doc, one, refuses, type Things } from "./contract.ts";

type Db = mongoose.mongo.Db;

const dbOf = (c: Things): Db => (c as unknown as { client: mongoose.mongo.MongoClient }).client.db(c.dbName);

/** The collection "things" made anew with options. */
const made =
  (options: Doc, then: (c: Things, db: Db) => Promise<unknown>): Case["when"] =>
  async (c) => {
    await dbOf(c).createCollection("things", options);
    return then(c, dbOf(c));
  };

const ids = async (c: Things, filter: Doc = {}): Promise<unknown[]> =>
  (await c.find(filter).toArray()).map(({ _id }) => _id);

const people = [{ n: "Alpha" }, { n: "alpha" }, { n: "béta" }];

export const moreCommandCases: Case[] = [
  one(
    "compares text by the collation of the collection",
    "collation",
    [],
    made({ collation: { locale: "fr", strength: 1 } }, async (c) => {
      await c.insertMany(people.map((document, _id) => ({ _id, ...document })));
      return [await ids(c, { n: "ALPHA" }), await ids(c, { n: { $in: ["beta"] } })];
    }),
    [[0, 1], [2]],
  ),
  one(
    "compares text by a collation",
    "collation",
    people,
    async (c) => {
      const collation = { locale: "en", strength: 2 };
      return [
        (await c.find({ n: "ALPHA" }).collation(collation).toArray()).length,
        (
          await c
            .find({ n: { $gte: "b" } })
            .collation(collation)
            .toArray()
        ).length,
        (await c.distinct("n", {}, { collation })).length,
        await c.countDocuments({ n: { $ne: "alpha" } }, { collation }),
      ];
    },
    [2, 1, 2, 1],
  ),
  one(
    "explains the index a query takes",
    "command/explain",
    [{ a: 1 }],
    async (c) => {
      await c.createIndex({ a: 1 });
      return (await c.find({ a: 1 }).explain()).queryPlanner.winningPlan.inputStage.indexName;
    },
    "a_1",
  ),
  one(
    "takes an extended pattern",
    "operator/query/regex",
    [{ a: "ab" }],
    (c) => ids(c, { a: { $regex: "A b # both", $options: "ix" } }),
    [1],
  ),
  refuses("$text", 2, (c) => c.find({ $text: { $search: "x" } }).toArray(), "embedded store: refused by name", [{}]),
  refuses(
    "a unique index with a collation",
    238,
    (c) => c.createIndex({ a: 1 }, { unique: true, collation: { locale: "fr", strength: 2 } }),
    "embedded store: refused by name",
    [{}],
  ),
  refuses(
    "an update of a time series",
    238,
    made({ timeseries: { timeField: "t" } }, async (c) => {
      await c.insertOne({ _id: 1, t: new Date(0) });
      await c.updateOne({ _id: 1 }, { $set: { a: 1 } });
    }),
    "embedded store: refused by name",
  ),
];
