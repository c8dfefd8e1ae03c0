import type { Aggregation } from "./aggregate.ts";
import type { IndexSpec } from "./collection-index.ts";
import { inParts, type Work } from "./pauses.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { encode } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/**
 * `$out`, made beside the collection, then put in its place with its options and indexes: until then it is read as it
 * was. https://www.mongodb.com/docs/manual/reference/operator/aggregation/out/
 */
export function* writeOut(operand: unknown, documents: readonly Doc[], { catalog, database }: Aggregation): Work<void> {
  const { db = database, coll, timeseries } = isDocument(operand) ? operand : { coll: operand };
  if (timeseries) throw notBuilt("$out into a time series");
  if (typeof coll !== "string") throw new StoreError(9, "the collection to write to must be a string or { db, coll }");
  const ns = `${String(db)}.${coll}`;
  const { options = {}, indexes = [] } = catalog.find(ns)?.entry ?? {};
  const besides = catalog.ensureBeside(ns, options);
  try {
    // The catalog holds what createIndexes accepted, so each is an index specification.
    for (const spec of indexes.slice(besides.indexes.length)) besides.addIndex(spec as IndexSpec);
    for (const part of inParts(documents, encode)) {
      for (const bytes of part) besides.insert(bytes);
      yield;
    }
  } catch (error) {
    catalog.drop(besides.entry.ns);
    throw error;
  }
  catalog.drop(ns);
  catalog.rename(besides.entry.ns, ns);
}
