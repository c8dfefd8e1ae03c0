import { log } from "#server/platform/log.ts";
import { UnusableQueue } from "./queue-engine.ts";
import { type RedisAddress, redisClient } from "./redis-client.ts";

const patienceMs = 2_000;

/**
 * Refuses, in production, a Redis that may drop jobs when full or forgets them when it stops; elsewhere it only warns.
 * A Redis that is away is not refused: pages and writes work without it.
 * @throws UnusableQueue with what to set
 */
export const checkRedis = async (address: RedisAddress, { production }: { production: boolean }): Promise<void> => {
  const wrong = whatIsWrong(await infoOf(address));
  if (wrong.length === 0) return;
  const sentence = `The Redis of REDIS_URL may lose jobs. Set ${wrong.join(" and ")} in its redis.conf, then start again.`;
  if (production) throw new UnusableQueue(sentence);
  log.warn(sentence);
};

const whatIsWrong = (info: string): string[] => {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  const appending = /^aof_enabled:(\d)/m.exec(info)?.[1];
  return [
    ...(policy && policy !== "noeviction" ? [`"maxmemory-policy noeviction" (it is ${policy})`] : []),
    ...(appending === "0" ? ['"appendonly yes" (it is no)'] : []),
  ];
};

/**
 * INFO rather than CONFIG, which hosted Redis refuse. Empty when Redis is away.
 * @throws UnusableQueue when it does not let us in
 */
const infoOf = async (address: RedisAddress): Promise<string> => {
  const client = redisClient(address, { lazyConnect: true, retryStrategy: () => null, connectTimeout: patienceMs });
  let said = "";
  client.on("error", (error) => {
    said += error.message; // the reason is told here, and the attempt itself fails without one
  });
  try {
    await client.connect();
    return await client.info();
  } catch (error) {
    if (/NOAUTH|WRONGPASS|invalid (username|password)/i.test(said + String(error)))
      throw new UnusableQueue("Redis refuses the user or the password of REDIS_URL. Correct it, then start again.");
    return "";
  } finally {
    client.disconnect();
  }
};
