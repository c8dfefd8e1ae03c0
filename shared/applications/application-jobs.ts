import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Reminds employers who have not opened an application, and closes those that nobody answered. */
export const followApplications = job({
  name: "follow-applications",
  queue: "routine",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "daily",
});
