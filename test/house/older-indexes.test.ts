import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";

let url: string;
beforeAll(async () => {
  const address = new URL(inject("storeUrl"));
  address.pathname = "/older_indexes";
  url = address.href;
  await connectMongo(url);
});
afterAll(async () => {
  await mongoose.connection.dropDatabase();
  await disconnectMongo();
});

describe("a store kept by an older version", () => {
  it("loses the indexes nobody declares any more, and keeps its documents", async () => {
    const { collection } = CompanyModel;
    await collection.dropIndex("siret_known");
    await collection.createIndex({ siret: 1 }, { name: "siret_1", unique: true });
    await collection.insertOne({ siret: null, name: "Sans numéro" });

    await disconnectMongo();
    await connectMongo(url);

    await collection.insertOne({ siret: null, name: "Sans numéro non plus" });
    const names = (await collection.indexes()).map(({ name }) => name);
    expect(names).toContain("siret_known");
    expect(names).not.toContain("siret_1");
    expect(await collection.countDocuments({})).toBe(2);
  });

  it("takes the same index again whatever the order of its options", async () => {
    const { db } = mongoose.connection;
    const at = mongoose.connection.collection("orders");
    await db?.command({ createIndexes: "orders", indexes: [{ key: { a: 1 }, name: "a", unique: true, sparse: true }] });
    await db?.command({ createIndexes: "orders", indexes: [{ sparse: true, name: "a", unique: true, key: { a: 1 } }] });

    expect((await at.indexes()).map(({ name }) => name)).toEqual(["_id_", "a"]);
  });
});
