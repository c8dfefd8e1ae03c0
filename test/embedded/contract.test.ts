import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { aggregationCases } from "./aggregation-cases.ts";
import { collectionCases } from "./collection-cases.ts";
import { commandCases } from "./command-cases.ts";
import type { Case, Things } from "./contract.ts";
import { expressionCases } from "./expression-cases.ts";
import { geoCases } from "./geo-cases.ts";
import { indexCases } from "./index-cases.ts";
import { moreAggregationCases } from "./more-aggregation-cases.ts";
import { moreCommandCases } from "./more-command-cases.ts";
import { moreQueryCases } from "./more-query-cases.ts";
import { moreWriteCases } from "./more-write-cases.ts";
import { numberCases } from "./number-cases.ts";
import { queryCases } from "./query-cases.ts";
import { refusalCases } from "./refusal-cases.ts";
import { updateCases } from "./update-cases.ts";

// The answers are those of MongoDB's manual; with MONGODB_URL set, a real MongoDB is asked instead of the store.
let client: mongoose.mongo.MongoClient;
let database: mongoose.mongo.Db;

beforeAll(() => {
  client = new mongoose.mongo.MongoClient(inject("storeUrl"));
  database = client.db(`contract_${process.pid}`);
});

afterAll(async () => {
  await database.dropDatabase();
  await client.close();
});

describe.each([
  ["a query", [...queryCases, ...moreQueryCases]],
  ["an update or a refusal", [...updateCases, ...moreWriteCases]],
  ["an aggregation", [...aggregationCases, ...moreAggregationCases]],
  ["an expression", expressionCases],
  ["an index", indexCases],
  ["a command", [...commandCases, ...moreCommandCases]],
  ["a collection of a kind", collectionCases],
  ["a place", geoCases],
  ["a number", numberCases],
  ["what it does not do", refusalCases],
])("in %s, the store", (_, cases) => {
  it.each(cases.map((one): [string, string, Case] => [one.it, one.page, one]))(
    "%s (manual: %s)",
    async (_it, _page, one) => {
      // Each case has a collection of its own kind: "things" is named by $lookup.
      const things: Things = database.collection("things");
      await things.drop();
      if (one.given.length > 0) await things.insertMany(one.given.map((document) => ({ _id: 0, ...document })));

      const answer = await one.when(things);

      expect(answer).toEqual(one.answers);
    },
  );
});
