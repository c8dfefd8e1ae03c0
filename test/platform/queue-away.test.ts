import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enqueue, useQueue } from "#server/platform/enqueue.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { queueState, retryFailed, runNow } from "#server/platform/queue/inspect.ts";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import { UnusableQueue } from "#server/platform/queue/queue-engine.ts";
import { aFolder, aJob, engineKinds, quickPace, removeFolder, workOf } from "#test/support/queue-engines.ts";
import { freePort, startRedis } from "#test/support/redis-server.ts";
import { runWork } from "#workers/run.ts";

const soon = { timeout: 10_000, interval: 50 };
const closers: (() => Promise<unknown> | unknown)[] = [];

beforeEach(() => setLogLevel("silent"));
afterEach(async () => {
  useQueue(null);
  for (const close of closers.splice(0).reverse()) await close();
});

describe("a person's request", () => {
  it("goes on without any queue", async () => {
    await expect(enqueue(aJob(), { id: "a" })).resolves.toBeUndefined();
    await expect(queueState()).resolves.toMatchObject({ engine: "none" });
    await expect(runNow("greet")).resolves.toBe(false);
    await expect(retryFailed("mail", "1")).resolves.toBe(false);
  });

  it("goes on at once while Redis is away", async () => {
    await open(`redis://127.0.0.1:${await freePort()}`);

    expect(await timeOf(() => enqueue(aJob(), { id: "a" }))).toBeLessThan(100);
    await expect(queueState()).resolves.toMatchObject({ engine: "none" });
  });

  it("waits a quarter of a second at most for a queue that never answers", async () => {
    useQueue({ ...(await open(`redis://127.0.0.1:${await freePort()}`)), add: () => new Promise(() => undefined) });

    expect(await timeOf(() => enqueue(aJob(), { id: "a" }))).toBeLessThan(400);
  });

  it("is not stopped by a payload of a wrong shape", async () => {
    await open(`redis://127.0.0.1:${await freePort()}`);

    await expect(enqueue(aJob(), { id: 3 as unknown as string })).resolves.toBeUndefined();
  });
});

describe.skipIf(!engineKinds.includes("redis"))("a Redis of its own", () => {
  it("serves as soon as it is there, and again after it was stopped and emptied", async () => {
    const port = await freePort();
    await open(`redis://127.0.0.1:${port}`);
    const perform = vi.fn(async () => undefined);
    const work = await runWork([workOf(aJob(), perform)]);
    closers.push(work.stop);

    const first = await started(port);
    await vi.waitFor(() => performed(perform, "first"), soon);
    await first.stop();
    await enqueue(aJob(), { id: "lost" });
    await started(port);

    await vi.waitFor(() => performed(perform, "second"), soon);
    expect(perform).not.toHaveBeenCalledWith({ id: "lost" });
  });

  it("refuses a production start when it may lose jobs, and says what to set", async () => {
    const port = await freePort();
    await started(port, "--maxmemory-policy", "allkeys-lru");
    const settings = { redisUrl: `redis://127.0.0.1:${port}`, folder: "", production: true };

    await expect(openQueue(settings)).rejects.toThrow(UnusableQueue);
    await expect(openQueue(settings)).rejects.toThrow(/maxmemory-policy noeviction.* and "appendonly yes"/);
  });

  it("refuses a start when it does not let us in, and says so without the password", async () => {
    const port = await freePort();
    await started(port, "--requirepass", "le-bon");
    const settings = { redisUrl: `redis://:${"faux"}@127.0.0.1:${port}`, folder: "" };

    await expect(openQueue(settings)).rejects.toThrow(/refuses the user or the password of REDIS_URL/);
  });

  it("is accepted with the right settings", async () => {
    const port = await freePort();
    await started(port, "--maxmemory-policy", "noeviction", "--appendonly", "yes");

    const engine = await openQueue({ redisUrl: `redis://127.0.0.1:${port}`, folder: "", production: true });

    expect(engine.kind).toBe("redis");
    await engine.close();
  });
});

describe("a queue in a folder", () => {
  it("refuses a second process, and says what to do", async () => {
    const folder = aFolder();
    closers.push(() => removeFolder(folder));
    const settings = { redisUrl: null, folder };
    const first = await openQueue(settings);
    closers.push(first.close);

    await expect(openQueue(settings)).rejects.toThrow(/already holds the queue .* REDIS_URL/);
  });
});

const open = async (redisUrl: string) => {
  const engine = await openQueue({ redisUrl, folder: "", pace: quickPace });
  closers.push(engine.close);
  useQueue(engine);
  return engine;
};

const started = async (port: number, ...words: string[]) => {
  const redis = await startRedis(port, ...words);
  closers.push(redis.stop);
  return redis;
};

const performed = async (perform: (data: { id: string }) => Promise<void>, id: string): Promise<void> => {
  await enqueue(aJob(), { id });
  expect(perform).toHaveBeenCalledWith({ id });
};

const timeOf = async (act: () => Promise<void>): Promise<number> => {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
};
