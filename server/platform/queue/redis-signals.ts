import type { Redis } from "ioredis";
import type { SignalBus } from "./queue-engine.ts";
import { type RedisAddress, redisClient } from "./redis-client.ts";

/** Signals through Redis: who listens needs a connection of its own, opened only when someone listens. */
export const redisSignals = (
  address: RedisAddress,
  { prefix, publisher }: { prefix: string; publisher: Redis },
): { readonly bus: SignalBus; readonly close: () => void } => {
  let asking: NodeJS.Timeout | undefined;
  const listening = (from: RedisAddress): Redis => {
    const client = redisClient(from, { maxRetriesPerRequest: null, socketTimeout: answerMs });
    // who only listens does not notice that the other end is gone: it asks
    asking = setInterval(() => void client.ping().catch(() => undefined), askEveryMs).unref();
    return client;
  };
  const channel = `${prefix}:signals`;
  let subscriber: Redis | null = null;
  return {
    bus: {
      publish: async (text) => {
        await publisher.publish(channel, text);
      },
      listen: async (heard) => {
        subscriber ??= listening(address);
        subscriber.on("message", (_channel, text) => heard(text));
        // not waited for: Redis may be away; it is subscribed when it comes, and again each time it comes back
        subscriber.subscribe(channel).catch(() => undefined);
      },
    },
    close: () => {
      clearInterval(asking);
      subscriber?.disconnect();
    },
  };
};

const askEveryMs = 20_000;
const answerMs = 5_000;
