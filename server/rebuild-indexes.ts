import { offerIndex } from "./offers/offer-index.ts";
import { publicOfferStream } from "./offers/offer-index-stream.ts";
import { log } from "./platform/log.ts";
import { searchEngine } from "./platform/search/search.ts";

/** Fills the embedded engine, which keeps nothing, from MongoDB; an engine of its own only when it is empty. */
export const rebuildIndexes = async (): Promise<void> => {
  if (searchEngine().kind === "embedded") return fillIndexes();
  // away at the start: the search is simplified meanwhile, and the nightly reconciliation fills it
  await fillIndexes().catch((error: unknown) => log.warn({ err: error }, "search index not filled"));
};

const fillIndexes = async (): Promise<void> => {
  const startedAt = performance.now();
  const index = await offerIndex();
  if (searchEngine().kind !== "embedded" && (await index.count()) > 0) return;
  await index.rebuild(publicOfferStream());
  log.info({ offers: await index.count(), ms: Math.round(performance.now() - startedAt) }, "search index filled");
};
