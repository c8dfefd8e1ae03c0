import { hasRedisServer, startPrivateRedis } from "#server/embedded/redis/private-redis.ts";
import { type Backing, type QueuePace, usualPace } from "./bullmq-backing.ts";
import { bullmqEngine } from "./bullmq-engine.ts";
import { checkRedis } from "./check-redis.ts";
import { holdFolder } from "./hold-folder.ts";
import { pgliteBacking } from "./pglite-backing.ts";
import type { QueueEngine } from "./queue-engine.ts";
import { redisBacking } from "./redis-backing.ts";

export type QueueSettings = {
  readonly redisUrl: string | null;
  /** Where a private engine keeps its files. */
  readonly folder: string;
  /** Takes PGlite even where a redis-server is on PATH. */
  readonly forbidRedisServer?: boolean;
  /** Separates several sites on one Redis. */
  readonly prefix?: string;
  /** Refuse a Redis that may evict jobs or that forgets them when it stops. */
  readonly production?: boolean;
  readonly pace?: QueuePace;
};

/**
 * Opens the queue that the settings allow: the Redis given, else a private redis-server, else PGlite in this process.
 * @throws UnusableQueue with a sentence that says what to do
 */
export const openQueue = async (settings: QueueSettings): Promise<QueueEngine> => {
  const { redisUrl, folder, prefix = "elan", pace = usualPace } = settings;
  if (redisUrl) {
    await checkRedis({ url: redisUrl }, { production: settings.production ?? false });
    return bullmqEngine(await redisBacking({ url: redisUrl }, { prefix, pace }), pace);
  }
  const letGo = await holdFolder(folder);
  try {
    const engine = bullmqEngine(await privateBacking(settings, prefix), pace);
    return { ...engine, close: () => engine.close().finally(letGo) };
  } catch (error) {
    await letGo();
    throw error;
  }
};

const privateBacking = async ({ folder, forbidRedisServer, pace }: QueueSettings, prefix: string): Promise<Backing> => {
  if (forbidRedisServer || !(await hasRedisServer())) return pgliteBacking(folder);
  const { socket, stop } = await startPrivateRedis(folder);
  const backing = await redisBacking({ socket }, { prefix, pace });
  return { ...backing, close: () => backing.close().finally(stop) };
};
