import type { Work } from "#shared/kernel/job.ts";

/** Performs the jobs of these works, and wakes those of their timetables, until stopped (10 seconds at most). */
export const runWork = async (_works: readonly Work[]): Promise<{ readonly stop: () => Promise<void> }> => ({
  stop: async () => undefined,
});
