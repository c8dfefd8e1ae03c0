import { deserialize } from "bson";
import { Aggregator } from "mingo/aggregator";
import type { Catalog } from "./catalog.ts";
import { checkPipeline } from "./check-pipeline.ts";
import { optionsFor, type Scope } from "./expressions.ts";
import { findDocuments } from "./find-documents.ts";
import { pipelineStages } from "./pipeline-stages.ts";
import { type Collation, readSort } from "./sort-documents.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type Aggregation = {
  catalog: Catalog;
  database: string;
  /** The collection's name; undefined for a pipeline that begins with $documents. */
  collection: string | undefined;
  pipeline: Doc[];
  variables?: Doc;
  collation?: Collation | undefined;
  hint?: unknown;
};

/** What a pipeline makes of a collection. Stored documents are never changed by it. */
export const aggregate = (order: Aggregation): Doc[] => {
  const { catalog, database, collection, collation, variables = {} } = order;
  checkPipeline(order.pipeline);
  const options = optionsFor({ variables, stages: pipelineStages(order), ...(collation ? { collation } : {}) });
  const scope: Scope = { options };
  const { search, rest } = leadingSearch(order.pipeline);
  const held = collection === undefined ? undefined : catalog.find(`${database}.${collection}`);
  const found = findDocuments(held, {
    ...search,
    collation,
    scope,
    ...(order.hint === undefined ? {} : { hint: order.hint }),
  });
  if (collation && rest.length > 0) throw notBuilt(`${Object.keys(rest[0] ?? {})[0]} under a collation`);
  if (rest.length === 0) return found.map(({ document }) => document);
  const input = rest.every(leavesInputAlone)
    ? found.map(({ document }) => document)
    : found.map(({ bytes }) => deserialize(bytes));
  return runStages(input, rest, options);
};

/** Stages over documents that are the caller's own: mingo changes them in place. */
export const runStages = (input: Doc[], stages: Doc[], options: NonNullable<Scope["options"]>): Doc[] => {
  try {
    return new Aggregator(stages, options).run(input);
  } catch (error) {
    throw asStoreError(error);
  }
};

type Leading = {
  search: { filter: Doc; sort?: ReturnType<typeof readSort>; skip?: number; limit?: number };
  rest: Doc[];
};

/** The stages an index can serve: `$match`, then `$sort`, `$skip` and `$limit`. */
const leadingSearch = (pipeline: Doc[]): Leading => {
  const filters: Doc[] = [];
  let at = 0;
  for (; isDocument(pipeline[at]?.$match); at++) filters.push(pipeline[at]?.$match as Doc);
  const search: Leading["search"] = {
    filter: filters.length === 1 && filters[0] ? filters[0] : filters.length ? { $and: filters } : {},
  };
  if (pipeline[at]?.$sort) search.sort = readSort(pipeline[at++]?.$sort);
  if (typeof pipeline[at]?.$skip === "number") search.skip = Number(pipeline[at++]?.$skip);
  if (typeof pipeline[at]?.$limit === "number") search.limit = Number(pipeline[at++]?.$limit);
  return { search, rest: pipeline.slice(at) };
};

const harmless = new Set(["$match", "$sort", "$limit", "$skip", "$count", "$group", "$sortByCount", "$sample"]);

const leavesInputAlone = (stage: Doc): boolean => Object.keys(stage).every((name) => harmless.has(name));

/** mingo throws plain errors with a sentence: give them MongoDB's numbers. */
export const asStoreError = (error: unknown): Error => {
  if (error instanceof StoreError || !(error instanceof Error))
    return error instanceof Error ? error : new Error(String(error));
  const unknown = /accumulator '(\$\w+)' is not registered/.exec(error.message)?.[1];
  if (unknown) return new StoreError(168, `Unrecognized expression '${unknown}'`);
  return new StoreError(2, error.message);
};
