import { type Job as BullJob, UnrecoverableError } from "bullmq";
import { type QueueName, queueNames } from "#shared/kernel/job.ts";
import type { Backing, QueuePace } from "./bullmq-backing.ts";
import { type KeptData, keepTimetable, readTimetable } from "./bullmq-timetable.ts";
import { type AskedJob, type FailedJob, HopelessJob, type QueueEngine, type TakenJob } from "./queue-engine.ts";

/** Makes an engine of BullMQ over one store. */
export const bullmqEngine = (backing: Backing, pace: QueuePace): QueueEngine => ({
  kind: backing.kind,
  signals: backing.signals,
  add: async (asked) => {
    const queue = await backing.queue(asked.queue);
    await queue.add(asked.name, asked.data, addOptions(asked, pace));
  },
  work: async (name, concurrency, perform) => workOn({ backing, pace, name, concurrency, perform }),
  keepTimetable: (lines) => keepTimetable(backing.queue, lines, pace),
  state: async () => {
    const queues = await Promise.all(queueNames.map((name) => countsOf(backing, name)));
    const failed = await Promise.all(queueNames.map((name) => failedOf(backing, name)));
    const newestFirst = failed.flat().sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime());
    return { queues, failed: newestFirst, recurrences: await readTimetable(backing.queue) };
  },
  retryFailed: async (name, id) => {
    const job: BullJob | undefined = await (await backing.queue(name)).getJob(id);
    if (!job || !(await job.isFailed())) return false;
    await job.retry("failed", { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  },
  close: () => backing.close(),
});

type Working = {
  readonly backing: Backing;
  readonly pace: QueuePace;
  readonly name: QueueName;
  readonly concurrency: number;
  readonly perform: (taken: TakenJob) => Promise<void>;
};

/** BullMQ's own close waits for ever while the store is away: we wait for the jobs, then a moment for the store. */
const workOn = ({ backing, pace, name, concurrency, perform }: Working) => {
  const running = new Set<Promise<void>>();
  const process = (job: BullJob): Promise<void> => {
    const performed = hopelessly(perform(taken(name, job))).finally(() => running.delete(performed));
    running.add(performed);
    return performed;
  };
  const options = { concurrency, lockDuration: pace.lockMs, stalledInterval: pace.lockMs };
  const worker = backing.worker(name, process, options);
  return {
    close: async (limitMs: number): Promise<void> => {
      const closed = worker.close();
      await within(limitMs, Promise.allSettled([...running]));
      await within(lastWordMs, closed);
    },
  };
};

/** What the store is given to hear that the last job is done; it may be away. */
const lastWordMs = 1_000;

/** Kept so that an admin can look back, bounded so that the store cannot fill. */
const keptWhenDone = { count: 200, age: 86_400 };
const keptWhenFailed = { count: 1_000, age: 30 * 86_400 };

const addOptions = ({ name, key, attempts, delayMs }: AskedJob, { backoffMs }: QueuePace) => ({
  attempts,
  delay: delayMs,
  backoff: { type: "exponential", delay: backoffMs, jitter: 0.5 },
  removeOnComplete: keptWhenDone,
  removeOnFail: keptWhenFailed,
  // Asked again while waiting: one job. While running: it runs once more afterwards, so that what changed meanwhile
  // is seen. While delayed (by an ask or by a retry): the newest delay counts.
  deduplication: { id: `${name}-${key}`, keepLastIfActive: true, reschedule: true },
});

const taken = (queue: QueueName, job: BullJob): TakenJob => {
  const attempt = job.attemptsMade + 1;
  const data: unknown = job.repeatJobKey ? (job.data as KeptData).data : job.data; // set by keepTimetable
  const lastAttempt = attempt >= (job.opts.attempts ?? 1);
  return { id: job.id ?? "", queue, name: job.name, data, attempt, lastAttempt };
};

const hopelessly = async (performed: Promise<void>): Promise<void> => {
  try {
    await performed;
  } catch (error) {
    throw error instanceof HopelessJob ? new UnrecoverableError(error.message) : error;
  }
};

/** Waits for the promise, `limitMs` at most. */
const within = async (limitMs: number, promise: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([promise.catch(() => undefined), limit]);
  clearTimeout(timer);
};

const countsOf = async (backing: Backing, name: QueueName) => {
  const queue = await backing.queue(name);
  const counts = await queue.getJobCounts("waiting", "active", "delayed", "failed", "prioritized");
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { name, waiting: waiting + prioritized, active, delayed, failed };
};

const failedOf = async (backing: Backing, queue: QueueName): Promise<FailedJob[]> => {
  const jobs: BullJob[] = await (await backing.queue(queue)).getFailed(0, 49);
  return jobs.map((job) => ({
    id: job.id ?? "",
    queue,
    name: job.name,
    error: (job.failedReason ?? "").slice(0, 300),
    failedAt: new Date(job.finishedOn ?? job.timestamp),
    attempts: job.attemptsMade,
  }));
};
