import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { hasRedisServer } from "#server/embedded/redis/private-redis.ts";
import { type QueuePace, usualPace } from "#server/platform/queue/bullmq-backing.ts";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import type { QueueEngine } from "#server/platform/queue/queue-engine.ts";
import { type Job, job, performer, type Work } from "#shared/kernel/job.ts";

const withRedis = await hasRedisServer();
if (!withRedis) console.warn("redis-server is not on PATH: the queue is proved on PGlite only");

/** The engines this machine can prove. */
export const engineKinds: readonly ("redis" | "pglite")[] = withRedis ? ["redis", "pglite"] : ["pglite"];

/** Quick locks and retries: the tests wait for them. */
export const quickPace: QueuePace = { ...usualPace, lockMs: 1_000, backoffMs: 50 };

export const aFolder = (): string => mkdtempSync(join(tmpdir(), "elan-queue-"));

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export const openEngine = (kind: "redis" | "pglite", folder: string): Promise<QueueEngine> =>
  openQueue({ redisUrl: null, folder, forbidRedisServer: kind === "pglite", pace: quickPace });

const Asked = z.object({ id: z.string() });
type Asked = z.infer<typeof Asked>;

export const aJob = (changes: Partial<Job<Asked>> = {}): Job<Asked> =>
  job({ name: "greet", queue: "mail", attempts: 3, data: Asked, key: ({ id }) => id, ...changes });

export const aRecurrentJob = (name: string): Job<Record<string, never>> =>
  job({ name, queue: "routine", attempts: 1, data: z.record(z.string(), z.never()), key: () => "" });

/** The work of one job and one function. */
export const workOf = (asked: Job<Asked>, perform: (data: Asked) => Promise<void>): Work => ({
  performers: [performer(asked, perform)],
  recurrences: [],
});
