import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Tells people we have not seen for 23 months, erases those of 24, and forgets what is too old. */
export const keepRetention = job({
  name: "keep-retention",
  queue: "routine",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});

/** Reads the audit log from end to end; a break makes the job fail, and stays in the admin's list of failures. */
export const verifyAudit = job({
  name: "verify-audit",
  queue: "routine",
  attempts: 1,
  data: z.strictObject({}),
  key: () => "all",
});
