import mongoose from "mongoose";
import { heedClosedSockets } from "./closed-sockets.ts";

heedClosedSockets();

// "throw": with true, a mistyped field in a filter is dropped and the filter becomes {}, which matches everything.
mongoose.set("strictQuery", "throw");
mongoose.set("sanitizeFilter", true);
mongoose.set("bufferCommands", false);
mongoose.set("autoIndex", false);
mongoose.set("autoCreate", false);

/** A person is told that the store is away after this; it is looked for again each second. */
const patience = {
  serverSelectionTimeoutMS: 1_500,
  connectTimeoutMS: 4_000,
  heartbeatFrequencyMS: 1_000,
  minHeartbeatFrequencyMS: 50,
} as const;

/** A start waits longer: the store may be starting too. */
const startTries = 7;

/**
 * Connects the one connection all models use and makes the indexes they declare.
 * @param url a mongodb:// address, of a real MongoDB or of the embedded store
 * @throws when no server answers within 10 seconds, or one refuses the password: with a sentence that says what to do
 */
export const connectMongo = async (url: string): Promise<void> => {
  await reachMongo(url, startTries);
  await Promise.all(Object.values(mongoose.models).map((model) => agreeOnIndexes(model)));
};

const indexNotFound = 27;

/** The indexes are those the models declare: what an older version left behind (a rule that no longer holds) goes. */
const agreeOnIndexes = async (model: mongoose.Model<unknown>): Promise<void> => {
  try {
    await model.syncIndexes();
  } catch (error) {
    // Another process of ours, starting too, dropped the old one first.
    if (!(error instanceof mongoose.mongo.MongoServerError && error.code === indexNotFound)) throw error;
    await model.syncIndexes();
  }
};

/** Connects, trying for so many rounds of server selection. */
export const reachMongo = async (url: string, tries = 1): Promise<void> => {
  try {
    await mongoose.connect(url, {
      ...patience,
      writeConcern: { w: "majority", journal: true },
      readConcernLevel: "majority",
    });
  } catch (error) {
    await mongoose.disconnect();
    if (isRefused(error))
      throw new Error("MongoDB refuses the user or the password of MONGODB_URL. Correct it, then start again.");
    if (tries <= 1 || !(error instanceof mongoose.Error.MongooseServerSelectionError)) throw error;
    await reachMongo(url, tries - 1);
  }
};

const authenticationFailed = 18;

const isRefused = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === authenticationFailed;

export const disconnectMongo = async (): Promise<void> => mongoose.disconnect();

export const mongoIsReady = (): boolean => mongoose.connection.readyState === mongoose.ConnectionStates.connected;

/** A duplicate key: two wrote the same unique thing, this one came second. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 11000;

/** OutOfDiskSpace: nothing was written; what is there can be read. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 14031;
