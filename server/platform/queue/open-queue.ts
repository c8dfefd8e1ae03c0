import { type QueueEngine, UnusableQueue } from "./queue-engine.ts";

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
};

/**
 * Opens the queue that the settings allow: the Redis given, else a private redis-server, else PGlite in this process.
 * @throws UnusableQueue with a sentence that says what to do
 */
export const openQueue = async (_settings: QueueSettings): Promise<QueueEngine> => {
  throw new UnusableQueue("no engine yet");
};
