import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Asks both sides about the interviews of the days before, and reminds the silent ones once. */
export const askFeedback = job({
  name: "ask-interview-feedback",
  queue: "routine",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "daily",
});
