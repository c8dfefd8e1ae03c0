import { deserialize } from "bson";
import { Aggregator } from "mingo/aggregator";
import type { Catalog } from "./catalog.ts";
import { checkPipeline } from "./check-pipeline.ts";
import { encode } from "./collection.ts";
import { optionsFor, type Scope } from "./expressions.ts";
import { findDocuments } from "./find-documents.ts";
import { readNear } from "./geo-near.ts";
import { fieldsOfGroup, mergeableGroup } from "./merge-groups.ts";
import type { Work } from "./pauses.ts";
import { expandStages, pipelineStages } from "./pipeline-stages.ts";
import { type Collation, readCollation, readSort } from "./sort-documents.ts";
import { sourceDocuments } from "./source-stages.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { readerOf, type Stored } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";
import { splitWriteStage } from "./write-stages.ts";

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

type Options = NonNullable<Scope["options"]>;

/** What a pipeline makes of a collection, as bytes: of a pipeline that only chooses, those that are stored. */
export function* aggregateBytes(given: Aggregation): Work<Uint8Array[]> {
  checkPipeline(given.pipeline);
  const { pipeline, write } = splitWriteStage(given.pipeline, given);
  const { found, rest, options } = yield* begin({ ...given, pipeline });
  if (write) {
    write(yield* finish(found, rest, options));
    return [];
  }
  return rest.length === 0 && isStored(found)
    ? found.map(({ bytes }) => bytes)
    : yield* encodeAll(yield* finish(found, rest, options));
}

export function* encodeAll(documents: readonly Doc[]): Work<Uint8Array[]> {
  const out: Uint8Array[] = [];
  for (const document of documents) {
    out.push(encode(document));
    if (out.length % partSize === 0) yield;
  }
  return out;
}

/** What a pipeline makes of a collection. Stored documents are never changed by it. */
export function* aggregate(given: Aggregation): Work<Doc[]> {
  checkPipeline(given.pipeline);
  const { found, rest, options } = yield* begin(given);
  return yield* finish(found, rest, options);
}

type Begun = { found: Stored[] | Doc[]; rest: Doc[]; options: Options };

const isStored = (found: Stored[] | Doc[]): found is Stored[] => found[0]?.bytes instanceof Uint8Array;

function* begin(given: Aggregation): Work<Begun> {
  const order = withCollation(throughView(given));
  const { catalog, database, collection, collation, variables = {} } = order;
  const options = optionsFor({ variables, stages: pipelineStages(order), ...(collation ? { collation } : {}) });
  const source = sourceDocuments(order.pipeline[0], order);
  if (source) return { found: source, rest: expandStages(order.pipeline.slice(1)), options };
  const { search, rest } = leadingSearch(expandStages(order.pipeline));
  if (readNear(search.filter).near)
    throw new StoreError(5626500, "$geoNear, $near, and $nearSphere are not allowed in this context");
  const held = collection === undefined ? undefined : catalog.find(`${database}.${collection}`);
  const found = yield* findDocuments(held, {
    ...search,
    collation,
    scope: { options },
    ...(order.hint === undefined ? {} : { hint: order.hint }),
  });
  const comparing = collation && rest.find((stage) => !comparesNothing(stage));
  if (comparing) throw notBuilt(`${Object.keys(comparing)[0]} under a collation`);
  return { found, rest, options };
}

const withCollation = (order: Aggregation): Aggregation => {
  const held = order.catalog.find(`${order.database}.${order.collection}`);
  const collation = order.collation ?? readCollation(held?.entry.options.collation);
  return { ...order, collation };
};

/** A stage to which it is all the same how text is compared. */
const comparesNothing = (stage: Doc): boolean => {
  const { $group, $project } = stage;
  if (isDocument($group))
    return !isDocument($group._id) && typeof $group._id !== "string" && mergeableGroup(stage) !== undefined;
  if (isDocument($project)) return Object.values($project).every((shown) => typeof shown !== "object");
  return ["$limit", "$skip", "$unset", "$sort"].some((name) => name in stage);
};

const finish = (found: Stored[] | Doc[], stages: Doc[], options: Options): Work<Doc[]> =>
  isStored(found)
    ? runInParts(found, { reader: (first) => readerOf(fieldsOfGroup(first[0])), stages, options })
    : runInParts(found, { reader: ownDocuments, stages, options });

/** A view is its source with its pipeline before. */
const throughView = (order: Aggregation): Aggregation => {
  const view = order.collection === undefined ? undefined : order.catalog.find(`${order.database}.${order.collection}`);
  const { viewOn, pipeline = [] } = view?.entry.options ?? {};
  if (typeof viewOn !== "string" || !Array.isArray(pipeline)) return order;
  return throughView({ ...order, collection: viewOn, pipeline: [...pipeline, ...order.pipeline] });
};

const partSize = 256;

/** `reader`: how the input is read by given stages. */
type Parts<T> = { reader: (stages: Doc[]) => (item: T) => Doc; stages: Doc[]; options: Options };

/** Stages whose work on one document does not look at another. */
const oneByOne = new Set(
  "$match $project $addFields $set $unset $replaceRoot $replaceWith $unwind $lookup $redact".split(" "),
);

const copy = (document: Doc): Doc => deserialize(encode(document));
const same = (document: Doc): Doc => document;
const harmless = new Set(["$match", "$sort", "$limit", "$skip", "$group", "$sample"]);
const leavesAlone = (stage: Doc): boolean => Object.keys(stage).every((name) => harmless.has(name));
const ownDocuments = (stages: Doc[]): ((document: Doc) => Doc) => (stages.every(leavesAlone) ? same : copy);

/** Takes the input part by part as far as the stages allow, to pause in between; then the rest at once. */
function* runInParts<T>(input: readonly T[], { reader, stages, options }: Parts<T>): Work<Doc[]> {
  const lone = stages.findIndex((stage) => !Object.keys(stage).every((name) => oneByOne.has(name)));
  const each = lone < 0 ? stages : stages.slice(0, lone);
  const [next, ...rest] = lone < 0 ? [] : stages.slice(lone);
  if (each.length === 0 && isDocument(next?.$facet))
    return runStages([yield* runFacets(input, next.$facet, { reader, options })], rest, options);
  const group = mergeableGroup(next);
  const fold = group ? [...each, group.partial] : each;
  const read = reader(stages);
  let made: Doc[] = [];
  let crowded = partSize * 16;
  for (let at = 0; at < input.length; at += partSize) {
    made = made.concat(runStages(input.slice(at, at + partSize).map(read), fold, options));
    if (group && made.length > crowded) {
      made = runStages(made, group.merge, options);
      // Where each document is a group of its own, merging at each part would be quadratic.
      crowded = Math.max(crowded, made.length * 2);
    }
    yield;
  }
  if (group) return runStages(made, [...group.merge, ...group.finish, ...rest], options);
  if (!next) return made;
  return isDocument(next.$facet)
    ? yield* runInParts(made, { reader: ownDocuments, stages: [next, ...rest], options })
    : runStages(made, [next, ...rest], options);
}

function* runFacets<T>(input: readonly T[], facets: Doc, how: Omit<Parts<T>, "stages">): Work<Doc> {
  const faceted: Doc = {};
  for (const [name, pipeline] of Object.entries(facets))
    faceted[name] = yield* runInParts(input, { ...how, stages: expandStages(Array.isArray(pipeline) ? pipeline : []) });
  return faceted;
}

/** Stages over documents that are the caller's own: mingo changes them in place. */
export const runStages = (input: Doc[], stages: Doc[], options: Options): Doc[] => {
  if (stages.length === 0) return input;
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

/** mingo throws plain errors with a sentence: give them MongoDB's numbers. */
export const asStoreError = (error: unknown): Error => {
  if (error instanceof StoreError || !(error instanceof Error))
    return error instanceof Error ? error : new Error(String(error));
  const unknown = /accumulator '(\$\w+)' is not registered/.exec(error.message)?.[1];
  if (unknown) return new StoreError(168, `Unrecognized expression '${unknown}'`);
  return new StoreError(2, error.message);
};
