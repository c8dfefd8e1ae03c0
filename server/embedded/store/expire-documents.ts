import type { Catalog } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import type { CollectionIndex } from "./collection-index.ts";
import { documentOf, type Stored } from "./stored-document.ts";
import { isDocument, keyOf, typeOfKey } from "./value-key.ts";

/**
 * Removes what TTL indexes say is over, as MongoDB's monitor does every minute.
 * https://www.mongodb.com/docs/manual/core/index-ttl/
 */
export const expireDocuments = (catalog: Catalog, now: Date): number => {
  let removed = 0;
  for (const collection of catalog.all()) {
    for (const index of collection.indexes)
      for (const stored of overdue(index, now)) removed += removeOnce(collection, stored);
    for (const stored of pastLife(collection, now)) removed += removeOnce(collection, stored);
  }
  return removed;
};

/**
 * A time series lives by its time field, a clustered collection by its `_id`; only dates count.
 * https://www.mongodb.com/docs/manual/core/timeseries/timeseries-automatic-removal/
 */
const pastLife = ({ entry: { options }, records }: Collection, now: Date): Stored[] => {
  const seconds = options?.expireAfterSeconds;
  const field = isDocument(options?.timeseries) ? String(options.timeseries.timeField) : "_id";
  if (typeof seconds !== "number") return [];
  const limit = now.getTime() - seconds * 1000;
  return [...records.values()].filter((stored) => {
    const at = documentOf(stored)[field];
    return at instanceof Date && at.getTime() <= limit;
  });
};

const overdue = (index: CollectionIndex, now: Date): Set<Stored> => {
  const seconds = index.spec.expireAfterSeconds;
  const [field] = index.fields;
  if (typeof seconds !== "number" || !field || index.fields.length > 1 || field.descending) return new Set();
  const limit = keyOf(new Date(now.getTime() - seconds * 1000));
  return new Set(Array.from(index.entries.within({ from: typeOfKey(limit), to: limit }), ({ item }) => item));
};

const removeOnce = (collection: Collection, stored: Stored): number => {
  if (collection.records.get(stored.rank) !== stored) return 0;
  collection.remove(stored);
  return 1;
};
