import { once } from "node:events";
import { Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { log } from "#server/platform/log.ts";
import type { QueueName } from "#shared/kernel/job.ts";
import { type Backing, type BullQueue, type QueuePace, usualPace } from "./bullmq-backing.ts";
import { type RedisAddress, redisClient, retryDelay } from "./redis-client.ts";
import { redisSignals } from "./redis-signals.ts";

/** BullMQ on Redis. It may be built while Redis is away: it serves as soon as Redis is there. */
export const redisBacking = async (
  address: RedisAddress,
  { prefix, pace = usualPace }: { prefix: string; pace?: QueuePace | undefined },
): Promise<Backing> => {
  let closed = false;
  // BullMQ duplicates a worker's connection: the duplicate, which we do not hold, must also stop trying when we close
  const retryStrategy = (times: number): number | null => (closed ? null : retryDelay(times));
  const lasting = { retryStrategy, maxRetriesPerRequest: null };
  const asking = redisClient(address, { ...lasting, enableOfflineQueue: false, socketTimeout: pace.silenceMs });
  const working = redisClient(address, { ...lasting, socketTimeout: pace.workSilenceMs });
  await readyWithin(asking, startPatienceMs);
  const signals = redisSignals(address, { prefix, publisher: asking });
  const queues = new Map<QueueName, Queue>();

  const queue = async (name: QueueName): Promise<BullQueue> => {
    if (asking.status !== "ready") throw new Error("Redis is away"); // never wait for it in a request
    const found = queues.get(name) ?? openQueue(name);
    queues.set(name, found);
    // one whose first words with Redis were cut short stays broken: the next ask opens another
    await found.waitUntilReady().catch((error: unknown) => {
      queues.delete(name);
      throw error;
    });
    return found;
  };
  const openQueue = (name: QueueName): Queue => {
    const opened = new Queue(name, { connection: asking, prefix });
    opened.on("error", logError);
    return opened;
  };

  return {
    kind: "redis",
    queue,
    worker: (name, process, options) => {
      const worker = new Worker(name, process, { ...options, connection: working, prefix });
      worker.on("error", logError);
      return worker;
    },
    signals: signals.bus,
    close: async () => {
      closed = true;
      await Promise.allSettled([...queues.values()].map((opened) => opened.close()));
      signals.close();
      for (const client of [asking, working]) client.disconnect(); // BullMQ leaves open what it was lent
    },
  };
};

/** The first asks of a start find Redis ready when it is there; a start does not hang on one that is away. */
const startPatienceMs = 2_000;

const readyWithin = async (client: Redis, limitMs: number): Promise<void> => {
  const signal = AbortSignal.timeout(limitMs);
  await once(client, "ready", { signal }).catch(() => undefined); // `once` rejects at the first error: away
};

/** A lost connection is told once by its client, not by each who uses it. */
const logError = (error: Error): void => {
  const lost = "code" in error || /connection|stream isn't writeable/i.test(error.message);
  if (!lost) log.warn({ error: error.message.slice(0, 300) }, "queue: error");
};
