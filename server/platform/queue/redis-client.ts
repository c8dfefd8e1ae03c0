import { Redis, type RedisOptions } from "ioredis";
import { log } from "#server/platform/log.ts";

/** A redis:// address, or the path of a private socket. */
export type RedisAddress = { readonly url: string } | { readonly socket: string };

/** Milliseconds before the next try: 200, 400… never more than two seconds. */
export const retryDelay = (times: number): number => Math.min(100 * 2 ** times, 2_000);

type ConnectionChoices = Pick<
  RedisOptions,
  "connectTimeout" | "enableOfflineQueue" | "lazyConnect" | "maxRetriesPerRequest" | "retryStrategy" | "socketTimeout"
>;

/** A connection that comes back by itself, and says once that it went and once that it is back. */
export const redisClient = (address: RedisAddress, options: ConnectionChoices): Redis => {
  const all = {
    connectTimeout: 5_000,
    retryStrategy: retryDelay,
    ...options,
  };
  const client = "url" in address ? new Redis(address.url, all) : new Redis({ ...all, path: address.socket });
  let away = false;
  client.on("error", (error: Error & { code?: string }) => {
    if (!away) log.warn({ error: error.code ?? error.name }, "Redis is away");
    away = true;
  });
  client.on("ready", () => {
    if (away) log.info("Redis is back");
    away = false;
  });
  return client;
};
