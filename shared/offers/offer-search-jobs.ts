import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Makes the whole index again beside the one in use, then swaps it in. */
export const remakeOfferIndex = job({
  name: "remake-offer-index",
  queue: "search",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});

/** Repairs any offer missing from, stale in, or forgotten in the search index. */
export const reconcileOfferIndex = job({
  name: "reconcile-offer-index",
  queue: "search",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});
