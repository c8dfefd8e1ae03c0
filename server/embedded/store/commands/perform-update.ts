import { runOnOne } from "#server/embedded/store/aggregate.ts";
import { checkPipeline } from "#server/embedded/store/check-pipeline.ts";
import type { Collection, Unchecked } from "#server/embedded/store/collection.ts";
import { optionsFor } from "#server/embedded/store/expressions.ts";
import { findDocuments } from "#server/embedded/store/find-documents.ts";
import { atOnce, partSize, type Work } from "#server/embedded/store/pauses.ts";
import { readCollation, readSort } from "#server/embedded/store/sort-documents.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { documentOf, encode, exactDocument, type Stored } from "#server/embedded/store/stored-document.ts";
import {
  documentFromFilter,
  isReplacement,
  refuseBadUpdate,
  updatedDocument,
  withIdFirst,
} from "#server/embedded/store/update-document.ts";
import { fieldOf, isDocument, sameValue } from "#server/embedded/store/value-key.ts";
import { type Doc, exactly } from "#server/embedded/store/wire.ts";
import { documentOr, type House, refuseView } from "./command.ts";

/** An update by operators or replacement, with its numbers in their classes. */
export const exactPart = (statement: Doc, name: string): unknown => {
  const exact = documentOr(statement[exactly], {})[name];
  return isDocument(exact) ? exact : statement[name];
};

type UpdateStatement = {
  filter: Doc;
  update: Doc | Doc[];
  multi: boolean;
  upsert: boolean;
  options: Doc;
};

export const readUpdate = (options: Doc, filter: unknown, update: unknown): UpdateStatement => {
  if (!isDocument(update) && !Array.isArray(update))
    throw new StoreError(9, "Update argument must be either an object or an array");
  if (options.multi === true && isReplacement(update))
    throw new StoreError(9, "multi update is not supported for replacement-style update");
  if (isDocument(update) && !isReplacement(update)) refuseBadUpdate(update, options.arrayFilters);
  return {
    filter: documentOr(filter, {}),
    update,
    multi: options.multi === true,
    upsert: options.upsert === true,
    options,
  };
};

type Updated = { matched: number; modified: number; before?: Stored; after?: Stored; inserted?: Stored };

/** Many documents may be changed in several turns, each document whole; one, or an upsert, in one. */
export function* updateMatching(house: House, ns: string, statement: UpdateStatement): Work<Updated> {
  const { filter, multi, upsert, options } = statement;
  const held = house.catalog.find(ns);
  if (held) refuseView(held);
  const work = select(held, filter, options, multi ? 0 : 1);
  const found = multi && !upsert ? yield* work : atOnce(work);
  if (held && found.length > 0) return yield* changeEach(held, found, statement);
  if (!upsert) return { matched: 0, modified: 0 };
  const exact = documentOr(exactPart(options, options.q === undefined ? "query" : "q"), filter);
  // A pipeline computes with plain numbers.
  const made = changed(documentFromFilter(Array.isArray(statement.update) ? filter : exact), statement, true);
  return {
    matched: 0,
    modified: 0,
    inserted: house.catalog.ensure(ns).insert(withIdFirst(made), uncheckedBy(options)),
  };
}

export const uncheckedBy = ({ bypassDocumentValidation }: Doc): Unchecked => ({
  bypass: bypassDocumentValidation === true,
});

function* changeEach(collection: Collection, found: readonly Stored[], statement: UpdateStatement): Work<Updated> {
  if (collection.entry.options.timeseries) throw notBuilt("an update of a time-series collection");
  let [matched, modified] = [0, 0];
  let after: Stored | undefined;
  for (const [at, given] of found.entries()) {
    if (at % partSize === partSize - 1) yield;
    const stored = stillThere(collection, given, statement);
    if (!stored) continue;
    matched += 1;
    const exact = exactDocument(stored.bytes);
    const bytes = encode(
      Array.isArray(statement.update)
        ? asItWas(changed(documentOf(stored), statement, false), exact)
        : changed(exact, statement, false),
    );
    after = stored;
    if (Buffer.compare(bytes, stored.bytes) === 0) continue;
    after = collection.replace(stored, bytes, uncheckedBy(statement.options));
    modified += 1;
  }
  const [before] = found;
  return { matched, modified, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

/** A document found in an earlier turn, as it now is: none if it is gone, or was changed and no longer matches. */
export const stillThere = (
  collection: Collection | undefined,
  found: Stored,
  { filter, options }: { filter: Doc; options: Doc },
): Stored | undefined => {
  if (collection?.records.get(found.rank) === found) return found;
  const { sort: _order, hint: _hint, ...others } = options;
  const same = { $and: [{ _id: { $eq: documentOf(found)._id } }, filter] };
  return atOnce(select(collection, same, others, 1))[0];
};

/** A pipeline computes with plain numbers: those it left as they were get their classes back. */
const asItWas = (after: Doc, before: Doc): Doc =>
  Object.fromEntries(
    Object.entries(after).map(([name, value]) => {
      const held = fieldOf(before, name);
      if (isDocument(value) && isDocument(held)) return [name, asItWas(value, held)];
      return [name, held !== undefined && sameValue(value, held) ? held : value];
    }),
  );

export const select = (collection: Collection | undefined, filter: Doc, options: Doc, limit: number): Work<Stored[]> =>
  findDocuments(collection, {
    filter,
    limit,
    sort: readSort(options.sort),
    collation: readCollation(options.collation),
    ...(options.hint === undefined ? {} : { hint: options.hint }),
    ...(isDocument(options.let) ? { scope: { variables: options.let } } : {}),
  });

const changed = (fresh: Doc, { filter, update, options }: UpdateStatement, inserting: boolean): Doc =>
  updatedDocument(fresh, {
    update,
    filter,
    inserting,
    arrayFilters: options.arrayFilters,
    runPipeline: (document, stages) => runUpdatePipeline(document, stages, documentOr(options.c ?? options.let, {})),
  });

const updateStages = new Set(["$addFields", "$set", "$project", "$unset", "$replaceRoot", "$replaceWith"]);

const runUpdatePipeline = (document: Doc, stages: Doc[], variables: Doc): Doc => {
  checkPipeline(stages);
  const other = stages.flatMap((stage) => Object.keys(stage)).find((name) => !updateStages.has(name));
  if (other) throw new StoreError(72, `${other} is not allowed to be used within an update`);
  return runOnOne(document, stages, optionsFor({ variables })) ?? document;
};
