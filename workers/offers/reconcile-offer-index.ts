import { offerIndexName } from "#server/offers/offer-index.ts";
import { rebuildOfferIndex } from "#server/offers/rebuild-offer-index.ts";
import { reconcileIndex } from "#server/offers/reconcile-offers.ts";
import { log } from "#server/platform/log.ts";
import { driftOf, keepIndexCheck } from "#server/platform/search/index-check.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { reconcileOfferIndex, remakeOfferIndex } from "#shared/offers/offer-search-jobs.ts";

/** Compares the index with MongoDB each night and repairs it. A drift says that something loses its effects. */
export const offerIndexWork: Work = {
  performers: [
    performer(reconcileOfferIndex, async () => {
      const drift = await reconcileIndex();
      await keepIndexCheck(offerIndexName, drift);
      log[driftOf(drift) > 0 ? "warn" : "info"](drift, "offer index compared");
    }),
    performer(remakeOfferIndex, async () => {
      log.info(await rebuildOfferIndex(), "offer index made again");
    }),
  ],
  recurrences: [
    {
      why: "Repair any offer missing from the search index, stale or forgotten in it",
      when: "30 3 * * *",
      job: reconcileOfferIndex,
    },
    {
      why: "Make the search index again, so that nothing wrong in it lasts more than a week",
      when: "0 4 * * 0",
      job: remakeOfferIndex,
    },
  ],
};
