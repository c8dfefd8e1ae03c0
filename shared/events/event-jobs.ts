import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Reminds those who come in two days of their times, and of how to give up the place. */
export const remindDatings = job({
  name: "remind-datings",
  queue: "routine",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});
