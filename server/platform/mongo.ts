import mongoose from "mongoose";

// "throw": with true, a mistyped field in a filter is dropped and the filter becomes {}, which matches everything.
mongoose.set("strictQuery", "throw");
mongoose.set("sanitizeFilter", true);
mongoose.set("bufferCommands", false);
mongoose.set("autoIndex", false);
mongoose.set("autoCreate", false);

/**
 * Connects the one connection all models use and makes the indexes they declare.
 * @param url a mongodb:// address, of a real MongoDB or of the embedded store
 * @throws when no server answers within 10 seconds
 */
export const connectMongo = async (url: string): Promise<void> => {
  await mongoose.connect(url, {
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: "majority", journal: true },
    readConcernLevel: "majority",
  });
  await Promise.all(Object.values(mongoose.models).map((model) => model.createIndexes()));
};

export const disconnectMongo = async (): Promise<void> => mongoose.disconnect();

export const mongoIsReady = (): boolean => mongoose.connection.readyState === mongoose.ConnectionStates.connected;

/** A duplicate key: two wrote the same unique thing, this one came second. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
