import type { Catalog } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import { encode } from "./collection.ts";
import { findDocuments } from "./find-documents.ts";
import { atOnce } from "./pauses.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { documentOf, type Stored } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Setting = { catalog: Catalog; database: string };

/**
 * Splits off a last `$out` or `$merge`, and answers what it does with the documents made.
 * https://www.mongodb.com/docs/manual/reference/operator/aggregation/merge/
 */
export const splitWriteStage = (
  pipeline: Doc[],
  setting: Setting,
): { pipeline: Doc[]; write: ((documents: readonly Doc[]) => void) | undefined } => {
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

/** The new documents stand in for all of the collection's, which keeps its indexes. */
const out = (operand: unknown, setting: Setting): ((documents: readonly Doc[]) => void) => {
  if (isDocument(operand) && operand.timeseries) throw notBuilt("$out into a time series");
  const ns = targetOf(operand, setting);
  return (documents) => {
    const target = setting.catalog.ensure(ns);
    const made = documents.map(encode);
    for (const stored of [...target.records.values()]) target.remove(stored);
    for (const bytes of made) target.insert(bytes);
  };
};

const merge = (operand: unknown, setting: Setting): ((documents: readonly Doc[]) => void) => {
  const given = isDocument(operand) && "into" in operand ? operand : { into: operand };
  const { into, on = "_id", whenMatched = "merge", whenNotMatched = "insert" } = given as Doc;
  if (Array.isArray(whenMatched)) throw notBuilt("$merge with a pipeline");
  const ns = targetOf(into, setting);
  const fields = [on].flat().map(String);
  return (documents) => {
    const target = setting.catalog.ensure(ns);
    refuseWithoutUnique(target, fields);
    for (const document of documents) {
      const filter = Object.fromEntries(fields.map((field) => [field, document[field]]));
      const [held] = atOnce(findDocuments(target, { filter, limit: 1 }));
      if (held) whenFound(target, held, document, whenMatched);
      else if (whenNotMatched === "insert") target.insert(encode(document));
      else if (whenNotMatched === "fail") throw new StoreError(13113, "$merge could not find a matching document");
    }
  };
};

const refuseWithoutUnique = ({ indexes }: Collection, fields: readonly string[]): void => {
  const wanted = [...fields].sort().join();
  if (!indexes.some(({ spec }) => (spec.unique || spec.key._id) && Object.keys(spec.key).sort().join() === wanted))
    throw new StoreError(51183, "Cannot find index to verify that join fields will be unique");
};

const whenFound = (target: Collection, held: Stored, document: Doc, whenMatched: unknown): void => {
  const before = documentOf(held);
  if (whenMatched === "merge") target.replace(held, encode({ ...before, ...document }));
  else if (whenMatched === "replace") target.replace(held, encode({ _id: before._id, ...document }));
  else if (whenMatched === "fail") throw new StoreError(11000, "E11000 duplicate key error: $merge found a match");
  else if (whenMatched !== "keepExisting") throw new StoreError(2, `unknown whenMatched: ${String(whenMatched)}`);
};
