import type { z } from "zod";

export const queueNames = ["search", "mail", "mailing", "matching", "routine"] as const;
export type QueueName = (typeof queueNames)[number];

/** A job as declared once. Payloads hold ids, never personal data; it may run twice without harm. */
export type Job<Data = unknown> = {
  readonly name: string;
  readonly queue: QueueName;
  /** How many times it is tried, with exponential back-off, before it waits in the list of failed jobs. */
  readonly attempts: number;
  readonly data: z.ZodType<Data>;
  /** Jobs waiting with the same name and key are one job. No ":" (BullMQ refuses it in ids). */
  readonly key: (data: Data) => string;
};

export const job = <Data>(declared: Job<Data>): Job<Data> => declared;

/** The one function that performs a job. */
export type Performer = { readonly job: Job<never>; readonly perform: (data: never) => Promise<void> };

export const performer = <Data>(performed: Job<Data>, perform: (data: Data) => Promise<void>): Performer => ({
  job: performed as unknown as Job<never>, // the pair stays consistent: `perform` was checked against this job's data
  perform: perform as (data: never) => Promise<void>,
});

/** One line of the timetable: a sentence, a cron expression read in Europe/Paris, and the job it wakes. */
export type Recurrence = { readonly why: string; readonly when: string; readonly job: Job<Record<string, never>> };

/** What a slice's workers do: its performers and its lines of the timetable. */
export type Work = { readonly performers: readonly Performer[]; readonly recurrences: readonly Recurrence[] };
