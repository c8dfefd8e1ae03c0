import type { Recurrence } from "#shared/kernel/job.ts";

/** A line of the timetable, which begins with its sentence. `when` is a cron expression read in Europe/Paris. */
export const recurring = (why: string, when: string, job: Recurrence["job"]): Recurrence => ({ why, when, job });
