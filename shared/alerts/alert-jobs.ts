import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Sends at once what was published since the last minute to those who asked so. */
export const sendInstantAlerts = job({
  name: "send-instant-alerts",
  queue: "routine",
  attempts: 1, // the next minute tries again
  data: z.strictObject({}),
  key: () => "all",
});

/** Sends the new offers of every saved search. It works from cursors: run twice, late or cut, it sends each offer once. */
export const sendDailyAlerts = job({
  name: "send-daily-alerts",
  queue: "routine",
  attempts: 4,
  data: z.strictObject({}),
  key: () => "all",
});
