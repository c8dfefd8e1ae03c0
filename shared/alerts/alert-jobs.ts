import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Sends the new offers of every saved search. It works from cursors: run twice, late or cut, it sends each offer once. */
export const sendDailyAlerts = job({
  name: "send-daily-alerts",
  queue: "routine",
  attempts: 4,
  data: z.strictObject({}),
  key: () => "all",
});
