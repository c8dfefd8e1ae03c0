import type { Catalog } from "./catalog.ts";
import { checkPipeline } from "./check-pipeline.ts";
import { countByIndex } from "./count-by-index.ts";
import { optionsFor } from "./expressions.ts";
import { findDocuments, type Search } from "./find-documents.ts";
import { readNear } from "./geo-near.ts";
import { nearby } from "./geo-near-stage.ts";
import { expandStages, fieldsOfStages } from "./group-stage.ts";
import { between, gathered, inParts, type Parts, type Work } from "./pauses.ts";
import { runStages, type Setting } from "./pipeline-stages.ts";
import { type Collation, effectiveCollation, readCollation, readSort } from "./sort-documents.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { encode, readerOf, type Stored } from "./stored-document.ts";
import { isDocument, sameValue } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type Aggregation = {
  catalog: Catalog;
  database: string;
  collection: string;
  pipeline: Doc[];
  variables?: Doc;
  collation?: Collation | undefined;
  hint?: unknown;
};

/** What a pipeline makes of a collection, as bytes: of a pipeline that only chooses, those that are stored. */
export function* aggregateBytes(given: Aggregation): Work<Uint8Array[]> {
  const begun = yield* begin(given);
  if ("stored" in begun && begun.rest.length === 0) return yield* gathered(inParts(begun.stored, ({ bytes }) => bytes));
  return yield* encodeAll(documentsOf(begun));
}

function* encodeAll(documents: Parts<Doc>): Work<Uint8Array[]> {
  const out: Uint8Array[] = [];
  for (const part of documents) {
    for (const document of part) out.push(encode(document));
    yield;
  }
  return out;
}

/** What a pipeline makes of a collection. Stored documents are never changed by it. */
export function* aggregate(given: Aggregation): Parts<Doc> {
  checkPipeline(given.pipeline);
  yield* documentsOf(yield* between(begin(given)));
}

/** What there is to begin with, and the stages it still goes through. */
type Begun = { stored: Stored[] } | { documents: Doc[] };
type Course = Begun & { rest: Doc[]; setting: Setting };

const documentsOf = ({ rest, setting, ...begun }: Course): Parts<Doc> => {
  const stages = expandStages(rest);
  const input =
    "stored" in begun
      ? inParts(begun.stored, readerOf(fieldsOfStages(stages)))
      : inParts(begun.documents, (document) => document);
  return runStages(input, stages, setting);
};

function* begin(given: Aggregation): Work<Course> {
  const order = withCollation(given);
  const { catalog, database, collection, variables = {} } = order;
  const collation = effectiveCollation(order.collation, undefined);
  const setting = { order, options: optionsFor(variables) };
  const [first, ...others] = order.pipeline;
  const held = catalog.find(`${database}.${collection}`);
  if (isDocument(first?.$geoNear)) return { documents: yield* nearby(first.$geoNear, held), rest: others, setting };
  const { search, rest } = leadingSearch(order.pipeline);
  if (readNear(search.filter).near)
    throw new StoreError(5626500, "$geoNear, $near, and $nearSphere are not allowed in this context");
  const comparing = collation && rest.find((stage) => !comparesNothing(stage));
  if (comparing) throw notBuilt(`${Object.keys(comparing)[0]} under a collation`);
  const counted = held && !collation && order.hint === undefined && countByIndex(held, search, rest);
  if (counted) return { documents: counted, rest: [], setting };
  const stored = yield* findDocuments(held, {
    ...search,
    collation: order.collation,
    scope: { options: setting.options },
    ...(order.hint === undefined ? {} : { hint: order.hint }),
  });
  return { stored, rest, setting };
}

const withCollation = (order: Aggregation): Aggregation => {
  const held = order.catalog.find(`${order.database}.${order.collection}`);
  return { ...order, collation: order.collation ?? readCollation(held?.entry.options.collation) };
};

/** How drivers count documents. */
const counting = { $group: { _id: 1, n: { $sum: 1 } } };

/** A stage to which it is all the same how text is compared. */
const comparesNothing = (stage: Doc): boolean =>
  sameValue(stage, counting) || ["$limit", "$skip", "$unset", "$sort", "$count"].some((name) => name in stage);

/** The stages an index can serve: `$match`, then `$sort`, `$skip` and `$limit`. */
const leadingSearch = (pipeline: Doc[]): { search: Search; rest: Doc[] } => {
  const filters: Doc[] = [];
  let at = 0;
  for (; isDocument(pipeline[at]?.$match); at++) filters.push(pipeline[at]?.$match as Doc);
  const search: Search = {
    filter: filters.length === 1 && filters[0] ? filters[0] : filters.length ? { $and: filters } : {},
  };
  if (pipeline[at]?.$sort) search.sort = readSort(pipeline[at++]?.$sort);
  if (typeof pipeline[at]?.$skip === "number") search.skip = Number(pipeline[at++]?.$skip);
  if (typeof pipeline[at]?.$limit === "number") search.limit = Number(pipeline[at++]?.$limit);
  return { search, rest: pipeline.slice(at) };
};
