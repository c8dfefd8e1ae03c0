import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { inject } from "vitest";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";

/** A database of its own for one test file that needs no app. Gives what closes it. */
export const openStore = async (): Promise<() => Promise<void>> => {
  const url = new URL(inject("storeUrl"));
  url.pathname = `/test_${randomBytes(6).toString("hex")}`;
  await connectMongo(url.href);
  return async () => {
    await mongoose.connection.dropDatabase();
    await disconnectMongo();
  };
};

type Keeper = { create: (document: never) => Promise<unknown> };

/** Stores a fixture as its model keeps it: mongoose casts ids and instants. */
export const keep = async (model: Keeper, { id, ...noun }: { id: string }): Promise<void> => {
  await model.create({ _id: id, ...noun } as never); // the fixture is of the noun the model was made from
};
