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

const codeOf = async (doing: Promise<unknown>): Promise<unknown> => {
  try {
    await doing;
    return "done";
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : String(error);
  }
};

const ids = async (c: Things, filter: Doc = {}): Promise<unknown[]> =>
  (await c.find(filter).toArray()).map(({ _id }) => _id);

const validator = {
  $jsonSchema: {
    bsonType: "object",
    required: ["name"],
    properties: {
      name: { bsonType: "string" },
      age: { bsonType: "int" },
      tags: { bsonType: "array", items: { enum: ["a", "b"] } },
      levels: { additionalProperties: { bsonType: ["number", "null"] } },
    },
  },
};

export const collectionCases: Case[] = [
  one(
    "holds documents to a $jsonSchema",
    "../core/schema-validation/specify-json-schema",
    [],
    made({ validator }, async (c) => [
      await codeOf(c.insertOne({ _id: 1, name: "ab", age: 3, tags: ["a"] })),
      await codeOf(c.insertOne({ _id: 2, age: 3 })),
      await codeOf(c.insertOne({ _id: 3, name: "ab", age: 3.5 })),
      await codeOf(c.insertOne({ _id: 4, name: "ab", levels: { fr: 1, en: "x" } })),
      await codeOf(c.updateOne({ _id: 1 }, { $set: { tags: ["a", "c"] } })),
    ]),
    ["done", 121, 121, 121, 121],
  ),
  refuses(
    "a keyword of $jsonSchema that mongoose does not write",
    238,
    (c) => c.findOne({ $jsonSchema: { properties: { a: { minimum: 2 } } } }),
    "operator/query/jsonSchema",
  ),
  one(
    "holds documents to a validator of operators",
    "../core/schema-validation/specify-query-expression-rules",
    [],
    made({ validator: { n: { $gt: 5 } } }, async (c) => [
      await codeOf(c.insertOne({ _id: 1, n: 6 })),
      await codeOf(c.insertOne({ _id: 2, n: 5 })),
    ]),
    ["done", 121],
  ),
  one(
    "finds by $jsonSchema",
    "operator/query/jsonSchema",
    [{ a: 1 }, { a: "x" }, {}],
    (c) => ids(c, { $jsonSchema: { required: ["a"], properties: { a: { bsonType: "number" } } } }),
    [1],
  ),
  one(
    "keeps the newest of a capped collection",
    "../core/capped-collections",
    [],
    made({ capped: true, size: 4_096, max: 3 }, async (c) => {
      await c.insertMany([1, 2, 3, 4, 5].map((_id) => ({ _id })));
      return [await ids(c), await c.isCapped()];
    }),
    [[3, 4, 5], true],
  ),
  one(
    "keeps a capped collection within its bytes",
    "../core/capped-collections",
    [],
    made({ capped: true, size: 4_096 }, async (c) => {
      for (let _id = 0; _id < 20; _id++) await c.insertOne({ _id, text: "x".repeat(500) });
      return (await ids(c)).at(0);
    }),
    13,
  ),
  ...Object.entries({
    viewOn: "things",
    validationLevel: "off",
    encryptedFields: {},
  }).map(([name, value]) =>
    refuses(
      `a collection with ${name}`,
      238,
      (c) => dbOf(c).createCollection("things", { [name]: value }),
      "embedded store: refused by name",
    ),
  ),
  refuses(
    "a validator by collMod",
    238,
    (c) => dbOf(c).command({ collMod: "things", validator: {} }),
    "embedded store: refused by name",
    [{}],
  ),
  refuses(
    "to pass over a validator",
    238,
    (c) => c.insertOne({ _id: 5 }, { bypassDocumentValidation: true }),
    "embedded store: refused by name",
  ),
  refuses(
    "to follow a collection",
    238,
    (c) => c.find({}, { tailable: true }).toArray(),
    "embedded store: refused by name",
    [{}],
  ),
  one(
    "makes a time series",
    "../core/timeseries-collections",
    [],
    made({ timeseries: { timeField: "t", metaField: "m" } }, async (c, db) => {
      const [shown] = await db.listCollections({ name: "things" }).toArray();
      return [
        shown?.type,
        await codeOf(c.insertOne({ _id: 1, t: new Date(0) })),
        await codeOf(c.insertOne({ _id: 2, t: 5 })),
      ];
    }),
    ["timeseries", "done", 2],
  ),
  one(
    "makes a clustered collection",
    "../core/clustered-collections",
    [],
    made({ clusteredIndex: { key: { _id: 1 }, unique: true, name: "near" } }, async (c) =>
      (await c.indexes()).map(({ name, clustered }) => [name, clustered]),
    ),
    [["near", true]],
  ),
];
