import { createPostgresBackend, withBackend } from "bullmq";
import { openPglite } from "#server/embedded/pglite/open-pglite.ts";
import { log } from "#server/platform/log.ts";
import type { QueueName } from "#shared/kernel/job.ts";
import type { Backing, BullQueue } from "./bullmq-backing.ts";

const { Queue, Worker } = withBackend(createPostgresBackend);

/** BullMQ on PostgreSQL inside this process; web server and workers must be one process. */
export const pgliteBacking = async (folder: string): Promise<Backing> => {
  const { pool, close } = await openPglite(folder);
  const queues = new Map<QueueName, BullQueue>();
  const queue = async (name: QueueName): Promise<BullQueue> => {
    const found = queues.get(name);
    if (found) return found;
    const opened = new Queue(name, { connection: pool });
    opened.on("error", logError);
    queues.set(name, opened);
    return opened;
  };

  return {
    kind: "pglite",
    queue,
    worker: (name, process, options) => {
      const worker = new Worker(name, process, { ...options, connection: pool });
      worker.on("error", logError);
      return worker;
    },
    signals: null,
    close: async () => {
      await Promise.allSettled([...queues.values()].map((opened) => opened.close()));
      await close();
    },
  };
};

const logError = (error: Error): void => log.warn({ error: error.message.slice(0, 300) }, "queue: error");
