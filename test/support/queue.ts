import { now } from "#server/platform/clock.ts";
import type { AskedJob, FailedJob, QueueEngine } from "#server/platform/queue/queue-engine.ts";
import type { Job, Performer, QueueName, Work } from "#shared/kernel/job.ts";
import { queueNames } from "#shared/kernel/job.ts";

export type MemoryJob = { readonly name: string; readonly key: string; readonly data: unknown; readonly due: Date };

export type MemoryQueue = QueueEngine & {
  /** The jobs waiting, those delayed included, oldest first. */
  readonly jobs: readonly MemoryJob[];
  /** Performs what is due, and what that asks for, until nothing is due. @throws what a performer throws */
  readonly drain: () => Promise<void>;
};

/** The queue of tests: give it to `useQueue`, act, then `await queue.drain()`. */
export const memoryQueue = (works: readonly Work[]): MemoryQueue => {
  const performers = new Map(works.flatMap((work) => work.performers).map((one) => [one.job.name, one]));
  const recurrences = works.flatMap((work) => work.recurrences);
  const waiting: (AskedJob & { readonly due: Date })[] = [];

  const add = async (asked: AskedJob): Promise<void> => {
    const due = new Date(now().getTime() + asked.delayMs);
    const same = waiting.findIndex((job) => job.name === asked.name && job.key === asked.key);
    const old = waiting[same];
    if (!old) waiting.push({ ...asked, due });
    else if (old.due > now()) waiting[same] = { ...old, due }; // as the engines do: a delayed job is rescheduled
  };

  const takeDue = (): AskedJob | undefined => {
    const index = waiting.findIndex((job) => job.due <= now());
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };

  return {
    kind: "memory",
    signals: null,
    jobs: waiting,
    add,
    drain: async () => {
      for (let job = takeDue(); job; job = takeDue()) await perform(performers.get(job.name), job);
    },
    work: async () => ({ close: async () => undefined }),
    keepTimetable: async () => undefined,
    state: async () => ({
      queues: queueNames.map((name) => count(name, waiting)),
      failed: [] satisfies FailedJob[],
      recurrences: recurrences.map(({ job, when, why }) => ({ ...nameOf(job), when, why, next: null })),
    }),
    retryFailed: async () => false,
    close: async () => undefined,
  };
};

const perform = async (found: Performer | undefined, { name, data }: AskedJob): Promise<void> => {
  if (!found) throw new Error(`nobody performs ${name}`);
  await found.perform(found.job.data.parse(data));
};

const count = (name: QueueName, waiting: readonly (AskedJob & { readonly due: Date })[]) => {
  const here = waiting.filter((job) => job.queue === name);
  const delayed = here.filter((job) => job.due > now()).length;
  return { name, waiting: here.length - delayed, active: 0, delayed, failed: 0 };
};

const nameOf = ({ name, queue, attempts }: Job<Record<string, never>>) => ({ name, queue, attempts });
