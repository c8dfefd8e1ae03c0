import type { Catalog } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import type { CollectionIndex } from "./collection-index.ts";
import { gathered, inParts, partSize, type Work } from "./pauses.ts";
import { readerOf, type Stored } from "./stored-document.ts";
import { isDocument, keyOf, typeOfKey } from "./value-key.ts";

/**
 * Removes what TTL indexes say is over, as MongoDB's monitor does every minute.
 * https://www.mongodb.com/docs/manual/core/index-ttl/
 */
export function* expireDocuments(catalog: Catalog, now: Date): Work<number> {
  let removed = 0;
  for (const collection of [...catalog.all()]) {
    for (const index of collection.indexes)
      removed += yield* removeEach(collection, yield* overdue(collection, index, now));
    removed += yield* removeEach(collection, yield* pastLife(collection, now));
  }
  return removed;
}

/**
 * A time series lives by its time field, a clustered collection by its `_id`; only dates count.
 * https://www.mongodb.com/docs/manual/core/timeseries/timeseries-automatic-removal/
 */
function* pastLife({ entry: { options }, records }: Collection, now: Date): Work<Stored[]> {
  const seconds = options?.expireAfterSeconds;
  const field = isDocument(options?.timeseries) ? String(options.timeseries.timeField) : "_id";
  if (typeof seconds !== "number") return [];
  const limit = now.getTime() - seconds * 1000;
  const read = readerOf([field]);
  const isOver = (stored: Stored): boolean => {
    const at = read(stored)[field];
    return at instanceof Date && at.getTime() <= limit;
  };
  const all = yield* gathered(inParts([...records.values()], (stored) => (isOver(stored) ? [stored] : [])));
  return all.flat();
}

function* overdue({ records }: Collection, index: CollectionIndex, now: Date): Work<Stored[]> {
  const seconds = index.spec.expireAfterSeconds;
  const [field] = index.fields;
  if (typeof seconds !== "number" || !field || index.fields.length > 1 || field.descending) return [];
  const limit = keyOf(new Date(now.getTime() - seconds * 1000));
  const found: Stored[] = [];
  for (const rank of index.entries.within({ from: typeOfKey(limit), to: limit })) {
    const stored = records.get(rank);
    if (stored) found.push(stored);
    if (found.length % partSize === 0) yield;
  }
  return found;
}

/** Others are served between some: what was changed meanwhile is looked at again a minute later. */
function* removeEach(collection: Collection, over: Iterable<Stored>): Work<number> {
  let [removed, seen] = [0, 0];
  for (const stored of over) {
    seen += 1;
    if (seen % partSize === 0) yield;
    if (collection.records.get(stored.rank) !== stored) continue;
    collection.remove(stored);
    removed += 1;
  }
  return removed;
}
