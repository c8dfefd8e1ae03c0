import { offerIndex } from "./offers/offer-index.ts";
import { publicOfferStream } from "./offers/offer-index-stream.ts";
import { reconcileIndex } from "./offers/reconcile-offers.ts";
import { log } from "./platform/log.ts";
import { searchEngine } from "./platform/search/search.ts";

/**
 * Fills the embedded engine, which keeps nothing, from MongoDB; an engine of its own only when it is empty. One that is
 * away at the start, or refuses our key, is tried again: the search is simplified meanwhile.
 */
export const rebuildIndexes = async ({ againAfterMs } = { againAfterMs: 60_000 }): Promise<void> => {
  if (searchEngine().kind === "embedded") return fillIndexes();
  await fillIndexes().catch((error: unknown) => {
    log.warn({ err: error }, "search index not filled");
    catchUpLater(againAfterMs);
  });
};

/** Compared rather than counted: what the workers write as soon as it is back would make it look filled. */
const catchUpLater = (afterMs: number): void => {
  const tryAgain = async (): Promise<void> => {
    try {
      log.info(await reconcileIndex(), "search index caught up");
    } catch {
      catchUpLater(afterMs);
    }
  };
  setTimeout(() => void tryAgain(), afterMs).unref();
};

const fillIndexes = async (): Promise<void> => {
  const startedAt = performance.now();
  const index = await offerIndex();
  if (searchEngine().kind !== "embedded" && (await index.count()) > 0) return;
  await index.rebuild(publicOfferStream());
  log.info({ offers: await index.count(), ms: Math.round(performance.now() - startedAt) }, "search index filled");
};
