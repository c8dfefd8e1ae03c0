import { join } from "node:path";
import { readConfig } from "#server/config.ts";
import { runningStore, startStore } from "#server/embedded/store/start-store.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";

/**
 * The configured MongoDB, else the store of the product that runs, else that store started for a moment.
 * @returns closes what was opened
 */
export const openStore = async (): Promise<() => Promise<void>> => {
  const { mongoUrl, dataDir } = readConfig();
  const folder = join(dataDir, "store");
  const url = mongoUrl ?? (await runningStore(folder));
  if (url !== null) {
    await connectMongo(url);
    return disconnectMongo;
  }
  const store = await startStore({ folder });
  await connectMongo(store.url);
  return async () => {
    await disconnectMongo();
    await store.stop();
  };
};
