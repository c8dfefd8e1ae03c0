import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Tells each officer of the planned actions that are past. */
export const remindActionsJob = job({
  name: "remind-late-actions",
  queue: "routine",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});

export const closeMergesJob = job({
  name: "close-company-merges",
  queue: "routine",
  attempts: 1,
  data: z.strictObject({}),
  key: () => "all",
});
