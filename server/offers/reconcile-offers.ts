import type { Drift } from "#server/platform/search/index-check.ts";
import type { SearchDocument } from "#server/platform/search/port.ts";
import { offerIndex } from "./offer-index.ts";
import { publicOfferStream } from "./offer-index-stream.ts";

/** Puts what is missing or old, removes what nobody may find any more. Gives what it found, before it repaired it. */
export const reconcileIndex = async (): Promise<Drift> => {
  const index = await offerIndex();
  const indexed = new Map<string, number>();
  for await (const { id, version } of index.versions()) indexed.set(id, version);

  const drift = { documents: 0, missing: 0, stale: 0 };
  let repaired: SearchDocument[] = [];
  for await (const document of publicOfferStream()) {
    drift.documents += 1;
    const version = indexed.get(document.id);
    indexed.delete(document.id);
    if (version !== undefined && version >= document.version) continue;
    drift[version === undefined ? "missing" : "stale"] += 1;
    repaired.push(document);
    if (repaired.length < batch) continue;
    await index.put(repaired);
    repaired = [];
  }
  await index.put(repaired);
  // By the version seen above: one published again meanwhile stays.
  for (const [id, version] of indexed) await index.remove([id], version);
  return { ...drift, forgotten: indexed.size };
};

const batch = 500;
