import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Repairs any offer missing from, stale in, or forgotten in the search index. */
export const reconcileOfferIndex = job({
  name: "reconcile-offer-index",
  queue: "search",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});
