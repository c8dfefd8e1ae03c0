import type { Drift } from "#server/platform/search/index-check.ts";
import { offerIndex } from "./offer-index.ts";
import { publicOfferStream } from "./offer-index-stream.ts";
import { reconcileIndex } from "./reconcile-offers.ts";

/**
 * The whole index made again beside the one in use, then swapped in. What another process wrote meanwhile went to the
 * old one only: the comparison that follows brings it over.
 */
export const rebuildOfferIndex = async (): Promise<Drift> => {
  const index = await offerIndex();
  await index.rebuild(publicOfferStream());
  return reconcileIndex();
};
