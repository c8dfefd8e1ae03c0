import type { Job } from "#shared/kernel/job.ts";
import { log } from "./log.ts";
import { currentEngine, setCurrentEngine } from "./queue/current-engine.ts";
import type { QueueEngine } from "./queue/queue-engine.ts";

/** An answer to a person never waits longer than this for the queue. */
const patienceMs = 250;

/** Chooses the engine of this process; null takes it away. */
export const useQueue = (engine: QueueEngine | null): void => setCurrentEngine(engine);

/**
 * Asks for a job. It never throws and never holds the request: with the queue down the job is lost, and the effect
 * that the document carries is found by the sweep.
 * @param options.delayMs a later ask of a delayed job with the same key moves it to the newer delay
 */
export const enqueue = async <Data>(job: Job<Data>, data: Data, options: { delayMs?: number } = {}): Promise<void> => {
  const engine = currentEngine();
  if (!engine) {
    log.warn({ job: job.name }, "no queue: job left to the sweep");
    return;
  }

  try {
    const { queue, name, attempts } = job;
    const parsed = job.data.parse(data);
    const delayMs = Math.max(0, options.delayMs ?? 0);
    await withinPatience(engine.add({ queue, name, key: job.key(parsed), data: parsed, attempts, delayMs }));
  } catch (error) {
    log.warn(
      { job: job.name, error: error instanceof Error ? error.name : "unknown" },
      "job not put: left to the sweep",
    );
  }
};

/** The job may still arrive after we stopped waiting; performing twice is harmless. */
const withinPatience = async (put: Promise<void>): Promise<void> => {
  put.catch(() => undefined); // it may fail after the race is over
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueTooSlow()), patienceMs);
  });
  try {
    await Promise.race([put, late]);
  } finally {
    clearTimeout(timer);
  }
};

class QueueTooSlow extends Error {
  override readonly name = "QueueTooSlow";
}
