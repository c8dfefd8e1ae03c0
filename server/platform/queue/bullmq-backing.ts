import type { Processor, Queue, Worker, WorkerOptions } from "bullmq";
import type { QueueName } from "#shared/kernel/job.ts";
import type { SignalBus } from "./queue-engine.ts";

/** The part of BullMQ's queue we use: the same whichever store is behind it. */
export type BullQueue = Pick<
  Queue,
  | "add"
  | "getJobCounts"
  | "getFailed"
  | "getJob"
  | "getJobSchedulers"
  | "upsertJobScheduler"
  | "removeJobScheduler"
  | "close"
>;

export type BullWorker = Pick<Worker, "close">;

/** Tests shorten them. */
export type QueuePace = {
  /** How long a lock lasts without renewal. */
  readonly lockMs: number;
  /** How long the first retry waits. */
  readonly backoffMs: number;
  /** A line on which nothing answers for so long is taken for dead, and another opened. */
  readonly silenceMs: number;
  /** The same for a line that waits for work: BullMQ lets it wait ten seconds. */
  readonly workSilenceMs: number;
};

export const usualPace: QueuePace = { lockMs: 30_000, backoffMs: 2_000, silenceMs: 5_000, workSilenceMs: 20_000 };

/** What one store (Redis, PGlite) gives BullMQ to stand on. */
export type Backing = {
  readonly kind: "redis" | "pglite";
  /** Rejects at once while the store is away. */
  readonly queue: (name: QueueName) => Promise<BullQueue>;
  readonly worker: (
    name: QueueName,
    process: Processor,
    options: Pick<WorkerOptions, "concurrency" | "lockDuration" | "stalledInterval">,
  ) => BullWorker;
  readonly signals: SignalBus | null;
  /** Ends the connections, the queues being closed already. */
  readonly close: () => Promise<void>;
};
