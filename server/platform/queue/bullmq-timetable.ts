import { now } from "#server/platform/clock.ts";
import { timeZone } from "#shared/kernel/calendar.ts";
import { type QueueName, queueNames } from "#shared/kernel/job.ts";
import type { BullQueue, QueuePace } from "./bullmq-backing.ts";
import type { KeptRecurrence, UpcomingRecurrence } from "./queue-engine.ts";

/** What a scheduler's jobs carry: their (empty) data, and the sentence the admin reads. */
export type KeptData = { readonly data: Record<string, never>; readonly why: string };

type QueueOf = (name: QueueName) => Promise<BullQueue>;

/**
 * Adds the missing lines, replaces the changed ones, removes the others. An unchanged line is left alone: replacing
 * it would drop a tick that is due and not yet taken. One whose next tick is farther than it can be was written before
 * the machine's clock went back: it would sleep until the clock is there again, so it is written anew.
 */
export const keepTimetable = async (
  queueOf: QueueOf,
  lines: readonly KeptRecurrence[],
  { backoffMs }: QueuePace,
): Promise<void> => {
  const kept = await readTimetable(queueOf);
  for (const line of lines) {
    if (kept.some((old) => sameLine(old, line) && !isTooFar(old))) continue;
    const data: KeptData = { data: {}, why: line.why };
    const backoff = { type: "exponential", delay: backoffMs, jitter: 0.5 };
    const opts = { attempts: line.attempts, backoff, removeOnComplete: { count: 50 }, removeOnFail: { count: 100 } };
    const queue = await queueOf(line.queue);
    await queue.upsertJobScheduler(line.name, { pattern: line.when, tz: timeZone }, { name: line.name, data, opts });
  }
  for (const old of kept) {
    if (lines.some((line) => line.name === old.name && line.queue === old.queue)) continue;
    await (await queueOf(old.queue)).removeJobScheduler(old.name);
  }
};

export const readTimetable = async (queueOf: QueueOf): Promise<UpcomingRecurrence[]> => {
  const ofAll = await Promise.all(
    queueNames.map(async (queue) => {
      const schedulers = await (await queueOf(queue)).getJobSchedulers();
      return schedulers.map(({ key, pattern, next, template }) => ({
        queue,
        name: key,
        attempts: template?.opts?.attempts ?? 1,
        when: pattern ?? "",
        why: (template?.data as KeptData | undefined)?.why ?? "",
        next: next ? new Date(next) : null,
      }));
    }),
  );
  return ofAll.flat().sort((a, b) => (a.next?.getTime() ?? 0) - (b.next?.getTime() ?? 0));
};

const sameLine = (old: KeptRecurrence, line: KeptRecurrence): boolean =>
  (["queue", "name", "attempts", "when", "why"] as const).every((field) => old[field] === line[field]);

const isTooFar = ({ when, next }: UpcomingRecurrence): boolean =>
  next !== null && next.getTime() - now().getTime() > longestWait(when) + clocksApartMs;

/** Clocks of two machines may differ by less than this. */
const clocksApartMs = 120_000;

/** The longest between two ticks of a line of each minute, hour or day, in milliseconds; of others nothing is known. */
const longestWait = (when: string): number => {
  const [minute, hour, ...days] = when.split(" ").slice(-5);
  if (days.some((day) => day !== "*")) return Number.POSITIVE_INFINITY;
  if (hour !== "*") return 25 * 3_600_000; // the day that winter time begins
  return minute === "*" ? 60_000 : 3_600_000;
};
