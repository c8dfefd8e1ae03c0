import { reconcileIndex } from "#server/offers/reconcile-offers.ts";
import { log } from "#server/platform/log.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { reconcileOfferIndex } from "#shared/offers/offer-search-jobs.ts";

/** Compares the index with MongoDB each night and repairs it. A drift says that something loses its effects. */
export const offerIndexWork: Work = {
  performers: [
    performer(reconcileOfferIndex, async () => {
      const drift = await reconcileIndex();
      log[drift.missing + drift.stale + drift.forgotten > 0 ? "warn" : "info"](drift, "offer index compared");
    }),
  ],
  recurrences: [
    {
      why: "Repair any offer missing from the search index, stale or forgotten in it",
      when: "30 3 * * *",
      job: reconcileOfferIndex,
    },
  ],
};
