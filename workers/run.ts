import { log } from "#server/platform/log.ts";
import { currentEngine } from "#server/platform/queue/current-engine.ts";
import { discreetError } from "#server/platform/queue/discreet-error.ts";
import {
  HopelessJob,
  type KeptRecurrence,
  type QueueEngine,
  type TakenJob,
} from "#server/platform/queue/queue-engine.ts";
import { type Performer, type QueueName, queueNames, type Work } from "#shared/kernel/job.ts";

/** How many jobs of a queue run at once in one process: mails are gentle to the relay, rankings heavy on the processor. */
const concurrency: Record<QueueName, number> = { search: 4, mail: 4, mailing: 2, matching: 2, routine: 2 };

/** What a stop leaves to the jobs that run; the process has ten seconds in all. */
const stopLimitMs = 8_000;

/** What one process takes of the work. One at least must keep the timetable; several may. */
export type Share = {
  readonly queues: readonly QueueName[];
  readonly keepsTimetable: boolean;
  /** A Redis that was emptied gets its timetable back within this time; tests shorten it. */
  readonly timetableEveryMs: number;
};

export const wholeWork: Share = { queues: queueNames, keepsTimetable: true, timetableEveryMs: 15_000 };

/**
 * What must stay with the process that holds the embedded index: comparing it with MongoDB, making it again. Workers
 * beside it do the rest, so that no page waits for a ranking.
 */
export const shareOfWeb: Share = { ...wholeWork, queues: ["search"], keepsTimetable: false };
export const shareOfWorkers: Share = { ...wholeWork, queues: queueNames.filter((name) => name !== "search") };

/**
 * Performs the jobs of these works, and keeps their timetable, until stopped. `useQueue` comes before.
 * Stopping lets running jobs finish, 8 seconds at most; what is cut is done again by the next to start.
 */
export const runWork = async (
  works: readonly Work[],
  { queues, keepsTimetable, timetableEveryMs }: Share = wholeWork,
): Promise<{ readonly stop: () => Promise<void> }> => {
  const engine = currentEngine();
  if (!engine) {
    log.error("no queue: nothing is performed later in this process");
    return { stop: async () => undefined };
  }

  const performers = byName(works);
  const running = queues.map((name) => engine.work(name, concurrency[name], (job) => perform(performers, job)));
  const workers = await Promise.all(running);
  const lines = works.flatMap((work) => work.recurrences).map(lineOf);
  const tellTimetable = keepsTimetable ? () => keepTimetable(engine, lines) : async () => undefined;
  await tellTimetable();
  const timer = setInterval(() => void tellTimetable(), timetableEveryMs);

  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(workers.map((worker) => worker.close(stopLimitMs)));
    },
  };
};

type Performers = ReadonlyMap<string, Performer>;

const byName = (works: readonly Work[]): Performers => {
  const performers = new Map<string, Performer>();
  for (const performer of works.flatMap((work) => work.performers)) {
    if (performers.has(performer.job.name)) throw new Error(`two performers for the job ${performer.job.name}`);
    performers.set(performer.job.name, performer);
  }
  return performers;
};

const perform = async (performers: Performers, taken: TakenJob): Promise<void> => {
  const { id, queue, name, attempt } = taken;
  const startedAt = performance.now();
  const told = () => ({ job: name, queue, id, attempt, ms: Math.round(performance.now() - startedAt) });
  try {
    const performer = performers.get(name);
    if (!performer) throw new HopelessJob(`nobody performs ${name}`);
    await performer.perform(parsed(performer, taken.data));
    log.info(told(), "job done");
  } catch (error) {
    // the message may quote what a person typed: only the kind of error is told
    const kind = error instanceof Error ? error.name : "unknown";
    const hopeless = taken.lastAttempt || error instanceof HopelessJob;
    log[hopeless ? "error" : "warn"]({ ...told(), error: kind }, hopeless ? "job failed for good" : "job failed");
    throw error instanceof HopelessJob ? error : discreetError(error);
  }
};

const parsed = ({ job }: Performer, data: unknown): never => {
  const read = job.data.safeParse(data);
  if (!read.success) throw new HopelessJob(`the payload of ${job.name} does not parse`);
  return read.data;
};

const lineOf = ({ why, when, job }: Work["recurrences"][number]): KeptRecurrence => {
  const { queue, name, attempts } = job;
  return { queue, name, attempts, when, why };
};

const keepTimetable = async (engine: QueueEngine, lines: readonly KeptRecurrence[]): Promise<void> => {
  await engine.keepTimetable(lines).catch((error: unknown) => {
    log.warn({ error: error instanceof Error ? error.name : "unknown" }, "timetable not kept: tried again soon");
  });
};
