import type { Catalog } from "./catalog.ts";
import type { IndexSpec } from "./collection-index.ts";
import { inParts, type Work } from "./pauses.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { encode } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Setting = { catalog: Catalog; database: string };
type Write = (documents: readonly Doc[]) => Work<void>;

/**
 * Splits off a last `$out`, and answers what it does with the documents made.
 * https://www.mongodb.com/docs/manual/reference/operator/aggregation/out/
 */
export const splitWriteStage = (pipeline: Doc[], setting: Setting): { pipeline: Doc[]; write: Write | undefined } => {
  const last = pipeline.at(-1) ?? {};
  const write = "$out" in last ? out(last.$out, setting) : undefined;
  return { pipeline: write ? pipeline.slice(0, -1) : pipeline, write };
};

const targetOf = (given: unknown, { database }: Setting): string => {
  if (typeof given === "string") return `${database}.${given}`;
  if (isDocument(given) && typeof given.coll === "string") return `${String(given.db ?? database)}.${given.coll}`;
  throw new StoreError(9, "the collection to write to must be a string or { db, coll }");
};

/** Made beside the collection, then put in its place with its options and indexes: until then it is read as it was. */
const out = (operand: unknown, { catalog, database }: Setting): Write => {
  if (isDocument(operand) && operand.timeseries) throw notBuilt("$out into a time series");
  const ns = targetOf(operand, { catalog, database });
  return (documents) => replaceAll(catalog, ns, documents);
};

function* replaceAll(catalog: Catalog, ns: string, documents: readonly Doc[]): Work<void> {
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
