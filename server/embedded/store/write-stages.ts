import type { Catalog } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import type { IndexSpec } from "./collection-index.ts";
import { findDocuments } from "./find-documents.ts";
import { inParts, type Work } from "./pauses.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { documentOf, encode, type Stored } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Setting = { catalog: Catalog; database: string };
type Write = (documents: readonly Doc[]) => Work<void>;

/**
 * Splits off a last `$out` or `$merge`, and answers what it does with the documents made.
 * https://www.mongodb.com/docs/manual/reference/operator/aggregation/merge/
 */
export const splitWriteStage = (pipeline: Doc[], setting: Setting): { pipeline: Doc[]; write: Write | undefined } => {
  const last = pipeline.at(-1) ?? {};
  const [name = ""] = Object.keys(last);
  const write = name === "$out" ? out(last.$out, setting) : name === "$merge" ? merge(last.$merge, setting) : undefined;
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

/** Each is a search and a write. */
const mergedTogether = 16;

const merge = (operand: unknown, setting: Setting): Write => {
  const given = isDocument(operand) && "into" in operand ? operand : { into: operand };
  const { into, on = "_id", whenMatched = "merge", whenNotMatched = "insert" } = given as Doc;
  if (Array.isArray(whenMatched)) throw notBuilt("$merge with a pipeline");
  const ns = targetOf(into, setting);
  const fields = [on].flat().map(String);
  return function* (documents) {
    const target = setting.catalog.ensure(ns);
    refuseWithoutUnique(target, fields);
    for (const [at, document] of documents.entries()) {
      const filter = Object.fromEntries(fields.map((field) => [field, document[field]]));
      const [held] = yield* findDocuments(target, { filter, limit: 1 });
      if (held) whenFound(target, held, document, whenMatched);
      else whenMissing(target, document, whenNotMatched);
      if (at % mergedTogether === 0) yield;
    }
  };
};

const refuseWithoutUnique = ({ indexes }: Collection, fields: readonly string[]): void => {
  const wanted = [...fields].sort().join();
  if (!indexes.some(({ spec }) => (spec.unique || spec.key._id) && Object.keys(spec.key).sort().join() === wanted))
    throw new StoreError(51183, "Cannot find index to verify that join fields will be unique");
};

const whenMissing = (target: Collection, document: Doc, whenNotMatched: unknown): void => {
  if (whenNotMatched === "fail") throw new StoreError(13113, "$merge could not find a matching document");
  if (whenNotMatched === "insert") target.insert(encode(document));
};

const whenFound = (target: Collection, held: Stored, document: Doc, whenMatched: unknown): void => {
  const before = documentOf(held);
  if (whenMatched === "merge") target.replace(held, encode({ ...before, ...document }));
  else if (whenMatched === "replace") target.replace(held, encode({ _id: before._id, ...document }));
  else if (whenMatched === "fail") throw new StoreError(11000, "E11000 duplicate key error: $merge found a match");
  else if (whenMatched !== "keepExisting") throw new StoreError(2, `unknown whenMatched: ${String(whenMatched)}`);
};
