import { join } from "node:path";
import { departmentName, inDepartment } from "#shared/referentials/department.ts";
import { useSecondFactor } from "./accounts/second-factor.ts";
import { readLastRestore } from "./backup/restore-state.ts";
import type { Config } from "./config.ts";
import { privateRedisIn } from "./embedded/redis/private-redis.ts";
import { startStore, storeUrlIn } from "./embedded/store/start-store.ts";
import { useQueue } from "./platform/enqueue.ts";
import { log, setLogLevel } from "./platform/log.ts";
import { leaveRelay, useMail } from "./platform/mail/transport.ts";
import { startMetrics } from "./platform/metrics.ts";
import { connectMongo, disconnectMongo } from "./platform/mongo.ts";
import { openQueue } from "./platform/queue/open-queue.ts";
import { useSealSecret } from "./platform/seal.ts";
import { openSearch } from "./platform/search/open-search.ts";
import type { SearchEngine } from "./platform/search/port.ts";
import { useSearch } from "./platform/search/search.ts";
import { useSignals } from "./platform/signals.ts";
import { useSecret } from "./platform/signed-link.ts";
import { useSite } from "./platform/site.ts";
import { loadReferentials } from "./referentials/load-referentials.ts";
import { usePlaceFolder } from "./referentials/place-index.ts";

/** What must be closed, in the reverse of the order in which it was opened. */
export type House = { readonly close: () => Promise<void> };

/**
 * Opens everything outside the process that requests and jobs need: the store, the queue, the search, the mail.
 * @param search for workers, the engine that a process beside them holds
 */
export const openHouse = async (config: Config, search?: SearchEngine): Promise<House> => {
  const closers: (() => Promise<void>)[] = [];
  setLogLevel(config.logLevel);
  startMetrics();
  usePlaceFolder(config.dataDir);
  useSecret(config.secret);
  useSealSecret(config.secret);
  useSecondFactor(config.secondFactor);
  useSite({
    publicUrl: config.publicUrl,
    phone: config.phone,
    territory: config.territory,
    territoryName: departmentName(config.territory),
    inTerritory: inDepartment(config.territory),
    production: config.production,
  });
  await connectMongo(await openStore(config, closers));
  closers.push(disconnectMongo);
  await readLastRestore();
  await loadReferentials();
  await useMail({ smtpUrl: config.smtpUrl, folder: join(config.dataDir, "mails"), from: config.mailFrom });
  closers.push(leaveRelay);
  useSearch(search ?? openSearch(config.meili));
  await openLaterWork(config, closers);
  return {
    close: async () => {
      for (const close of closers.reverse()) await close().catch((error) => log.error({ err: error }, "while closing"));
    },
  };
};

/** The settings of a process that stands beside this one, on the engines that this one opened. */
export const settingsBeside = (config: Config): Config => ({
  ...config,
  mongoUrl: config.mongoUrl ?? storeUrlIn(storeFolder(config)),
  redisUrl: config.redisUrl ?? privateRedisIn(queueFolder(config)),
});

const storeFolder = ({ dataDir }: Config): string => join(dataDir, "store");

const queueFolder = ({ dataDir }: Config): string => join(dataDir, "queue");

const openStore = async (config: Config, closers: (() => Promise<void>)[]): Promise<string> => {
  if (config.mongoUrl) return config.mongoUrl;
  const store = await startStore({ folder: storeFolder(config) });
  closers.push(store.stop);
  return store.url;
};

/** A queue that cannot be opened leaves the product without wake-ups; what is owed is written in MongoDB and waits. */
const openLaterWork = async (config: Config, closers: (() => Promise<void>)[]): Promise<void> => {
  const queue = await openQueue({
    redisUrl: config.redisUrl,
    folder: queueFolder(config),
    forbidRedisServer: config.forbidRedisServer,
    production: config.production,
  });
  useQueue(queue);
  await useSignals(queue.signals);
  closers.push(queue.close);
};
