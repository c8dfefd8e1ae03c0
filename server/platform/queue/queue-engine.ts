import type { QueueName } from "#shared/kernel/job.ts";

/** A job as handed to an engine: already parsed, and named so that any process can find its performer. */
export type AskedJob = {
  readonly queue: QueueName;
  readonly name: string;
  readonly key: string;
  readonly data: unknown;
  readonly attempts: number;
  readonly delayMs: number;
};

/** A job as handed to the one who performs it; `attempt` starts at 1. */
export type TakenJob = {
  readonly id: string;
  readonly queue: QueueName;
  readonly name: string;
  readonly data: unknown;
  readonly attempt: number;
  readonly lastAttempt: boolean;
};

/** One line of the timetable as kept by the engine, so that a process without the workers' code can show and run it. */
export type KeptRecurrence = {
  readonly queue: QueueName;
  readonly name: string;
  readonly attempts: number;
  readonly when: string;
  readonly why: string;
};

export type QueueCounts = {
  readonly name: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
};

export type FailedJob = {
  readonly id: string;
  readonly queue: QueueName;
  readonly name: string;
  readonly error: string;
  readonly failedAt: Date;
  readonly attempts: number;
};

export type UpcomingRecurrence = KeptRecurrence & { readonly next: Date | null };

export type QueueState = {
  readonly engine: "redis" | "pglite" | "memory" | "none";
  readonly queues: readonly QueueCounts[];
  readonly failed: readonly FailedJob[];
  readonly recurrences: readonly UpcomingRecurrence[];
};

/** How a signal crosses from the process where something happened to those that hold the open pages. */
export type SignalBus = {
  readonly publish: (text: string) => Promise<void>;
  readonly listen: (heard: (text: string) => void) => Promise<void>;
};

/** What any of the three engines (Redis, PGlite, the tests' memory) can do. BullMQ's words stay behind it. */
export type QueueEngine = {
  readonly kind: "redis" | "pglite" | "memory";
  /** Rejects when the job could not be put; a job waiting with the same name and key absorbs this one. */
  readonly add: (asked: AskedJob) => Promise<void>;
  /** Takes jobs of one queue until closed; closing waits for the running ones, `limitMs` at most. */
  readonly work: (
    queue: QueueName,
    concurrency: number,
    perform: (taken: TakenJob) => Promise<void>,
  ) => Promise<{ readonly close: (limitMs: number) => Promise<void> }>;
  /** Makes the timetable equal to this one: lines are added, replaced, and those no longer in it removed. */
  readonly keepTimetable: (lines: readonly KeptRecurrence[]) => Promise<void>;
  readonly state: () => Promise<Omit<QueueState, "engine">>;
  /** Puts a failed job back with all its attempts; false when there is no such failed job. */
  readonly retryFailed: (queue: QueueName, id: string) => Promise<boolean>;
  /** Null: everything runs in this process, memory is enough. */
  readonly signals: SignalBus | null;
  readonly close: () => Promise<void>;
};

export class UnusableQueue extends Error {
  override readonly name = "UnusableQueue";
}

/** For a job that no other attempt can save (its payload does not parse, nobody performs it): it fails at once. */
export class HopelessJob extends Error {
  override readonly name = "HopelessJob";
}
