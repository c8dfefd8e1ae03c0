import mongoose from "mongoose";
import { type Case, one, refuses } from "./contract.ts";

const { ObjectId, MongoBulkWriteError } = mongoose.mongo;

const three = [{ a: 1 }, { a: 2 }, { a: 3 }];

export const commandCases: Case[] = [
  one(
    "upserts with the filter's values",
    "command/update",
    [],
    async (c) => {
      const done = await c.updateOne(
        { _id: 7, a: 1, b: { $gt: 3 } },
        { $set: { c: 2 }, $setOnInsert: { d: 4 } },
        { upsert: true },
      );
      return [done.upsertedCount, done.upsertedId, await c.findOne()];
    },
    [1, 7, { _id: 7, a: 1, c: 2, d: 4 }],
  ),
  one(
    "gives an upserted document an id",
    "command/update",
    [],
    async (c) => (await c.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true })).upsertedId instanceof ObjectId,
    true,
  ),
  one(
    "counts what matched and what changed apart",
    "command/update",
    three,
    async (c) => {
      const { matchedCount, modifiedCount } = await c.updateMany({ a: { $lte: 2 } }, { $set: { a: 2 } });
      return { matchedCount, modifiedCount };
    },
    { matchedCount: 2, modifiedCount: 1 },
  ),
  one(
    "replaces all but the id",
    "command/update",
    [{ a: 1, b: 2 }],
    async (c) => {
      await c.replaceOne({ _id: 1 }, { c: 3 });
      return c.findOne();
    },
    { _id: 1, c: 3 },
  ),
  one(
    "gives the document before and after",
    "command/findAndModify",
    [{ a: 1 }],
    async (c) => [
      await c.findOneAndUpdate({ _id: 1 }, { $inc: { a: 1 } }),
      await c.findOneAndUpdate({ _id: 1 }, { $inc: { a: 1 } }, { returnDocument: "after" }),
      await c.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } }),
    ],
    [{ _id: 1, a: 1 }, { _id: 1, a: 3 }, null],
  ),
  one(
    "takes the first in the order asked for",
    "command/findAndModify",
    three,
    async (c) => c.findOneAndDelete({}, { sort: { a: -1 } }),
    { _id: 3, a: 3 },
  ),
  one(
    "stops an ordered batch at the first failure",
    "method/db.collection.bulkWrite",
    [],
    async (c) => {
      const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
      const error = await c.insertMany(documents).catch((caught: unknown) => caught);
      return [error instanceof MongoBulkWriteError && error.insertedCount, await c.countDocuments()];
    },
    [1, 1],
  ),
  one(
    "goes on in an unordered batch",
    "method/db.collection.bulkWrite",
    [],
    async (c) => {
      const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
      const error = await c.insertMany(documents, { ordered: false }).catch((caught: unknown) => caught);
      return [error instanceof MongoBulkWriteError && error.insertedCount, await c.countDocuments()];
    },
    [2, 2],
  ),
  one(
    "deletes one or many",
    "command/delete",
    three,
    async (c) => [(await c.deleteOne({})).deletedCount, (await c.deleteMany({})).deletedCount],
    [1, 2],
  ),
  one(
    "lists distinct values, of arrays too",
    "command/distinct",
    [{ a: [1, 2] }, { a: 2 }, { a: 3 }, {}],
    (c) => c.distinct("a"),
    [1, 2, 3],
  ),
  one(
    "reads 2 500 documents through a cursor",
    "method/cursor.batchSize",
    [],
    async (c) => {
      await c.insertMany(Array.from({ length: 2_500 }, (_, i) => ({ _id: i })));
      const all = await c.find().batchSize(100).toArray();
      return [all.length, new Set(all.map(({ _id }) => _id)).size];
    },
    [2_500, 2_500],
  ),
  one(
    "skips and limits after sorting",
    "method/cursor.skip",
    three,
    async (c) => (await c.find().sort({ a: -1 }).skip(1).limit(1).toArray()).map(({ _id }) => _id),
    [2],
  ),
  one(
    "sorts by a French collation",
    "collation",
    [{ a: "zoé" }, { a: "Éric" }, { a: "eva" }],
    async (c) => (await c.find().collation({ locale: "fr" }).sort({ a: 1 }).toArray()).map(({ a }) => a),
    ["Éric", "eva", "zoé"],
  ),
  one(
    "does not let an aggregation change what is stored",
    "operator/aggregation/set",
    [{ a: { b: 1 } }],
    async (c) => {
      await c.aggregate([{ $set: { "a.b": 2 } }]).toArray();
      return c.findOne();
    },
    { _id: 1, a: { b: 1 } },
  ),
  one(
    "gives back dates, ids, regexes and bytes as they came",
    "bson-types",
    [],
    async (c) => {
      const made = {
        _id: new ObjectId("65a000000000000000000001"),
        at: new Date(5),
        re: /x/i,
        no: null,
        deep: { list: [1.5, "é"] },
      };
      await c.insertOne(made);
      return c.findOne();
    },
    { _id: new ObjectId("65a000000000000000000001"), at: new Date(5), re: /x/i, no: null, deep: { list: [1.5, "é"] } },
  ),
  one(
    "keeps fields that are named by numbers",
    "command/insert",
    [],
    async (c) => {
      await c.insertOne({ _id: 1, z: 1, 10: "a", 2: "b" });
      return c.findOne();
    },
    { _id: 1, z: 1, 10: "a", 2: "b" },
  ),
  refuses(
    "groups under a collation",
    238,
    (c) => c.aggregate([{ $group: { _id: "$a" } }], { collation: { locale: "fr", strength: 1 } }).toArray(),
    "embedded store: refused by name",
    [{ a: "Éa" }],
  ),
  refuses("$where", 2, (c) => c.find({ $where: "true" }).toArray(), "embedded store: refused by name", [{}]),
  refuses(
    "$function",
    168,
    (c) => c.aggregate([{ $project: { a: { $function: { body: "", args: [], lang: "js" } } } }]).toArray(),
    "embedded store: refused by name",
    [{}],
  ),
];
