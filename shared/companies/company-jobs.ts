import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

export const closeMergesJob = job({
  name: "close-company-merges",
  queue: "routine",
  attempts: 1,
  data: z.strictObject({}),
  key: () => "all",
});
