import { deserialize } from "bson";
import { checkPipeline } from "#server/embedded/store/check-pipeline.ts";
import type { Collection } from "#server/embedded/store/collection.ts";
import { runOnOne } from "#server/embedded/store/document-stages.ts";
import { optionsFor } from "#server/embedded/store/expressions.ts";
import { findDocuments } from "#server/embedded/store/find-documents.ts";
import { atOnce, partSize, type Work } from "#server/embedded/store/pauses.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { documentOf, encode, exactDocument, type Stored } from "#server/embedded/store/stored-document.ts";
import {
  documentFromFilter,
  isReplacement,
  refuseBadUpdate,
  type Update,
  updatedDocument,
  withIdFirst,
} from "#server/embedded/store/update-document.ts";
import { fieldOf, isDocument, sameValue } from "#server/embedded/store/value-key.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { documentOr, type House, listOf } from "./command.ts";
import { readSearch } from "./read-search.ts";

type UpdateStatement = {
  update: Update;
  /** What an upsert starts from, its numbers in their classes. */
  exactFilter: Doc;
  multi: boolean;
  /** As it came, its numbers plain. */
  options: Doc;
};

/** @param bytes a statement of `update` (q, u) or a `findAndModify` (query, update) */
export const readUpdate = (bytes: Uint8Array): UpdateStatement => {
  const [options, exact] = [deserialize(bytes), exactDocument(bytes)];
  const plain: unknown = options.u ?? options.update;
  const changes: unknown = exact.u ?? exact.update;
  const multi = options.multi === true;
  const exactFilter = documentOr(exact.q ?? exact.query, {});
  if (Array.isArray(plain)) {
    const update = pipelineOf(listOf(plain), documentOr(options.c ?? options.let, {}));
    // A pipeline computes with plain numbers.
    return { update, exactFilter: documentOr(options.q ?? options.query, {}), multi, options };
  }
  if (!isDocument(changes)) throw new StoreError(9, "Update argument must be either an object or an array");
  if (!isReplacement(changes)) refuseBadUpdate(changes, options.arrayFilters);
  else if (multi) throw new StoreError(9, "multi update is not supported for replacement-style update");
  return { update: changes, exactFilter, multi, options };
};

const updateStages = new Set(["$addFields", "$set", "$project", "$unset", "$replaceRoot", "$replaceWith"]);

const pipelineOf = (stages: Doc[], variables: Doc): ((document: Doc) => Doc) => {
  checkPipeline(stages);
  const other = stages.flatMap((stage) => Object.keys(stage)).find((name) => !updateStages.has(name));
  if (other) throw new StoreError(72, `${other} is not allowed to be used within an update`);
  return runOnOne(stages, optionsFor(variables));
};

type Updated = { matched: number; modified: number; before?: Stored; after?: Stored; inserted?: Stored };

/** Many documents may be changed in several turns, each document whole; one, or an upsert, in one. */
export function* updateMatching(house: House, ns: string, statement: UpdateStatement): Work<Updated> {
  const { exactFilter, multi, options } = statement;
  const upsert = options.upsert === true;
  const held = house.catalog.find(ns);
  const work = findDocuments(held, readSearch({ ...options, limit: multi ? 0 : 1 }));
  const found = multi && !upsert ? yield* work : atOnce(work);
  if (held && found.length > 0) return yield* changeEach(held, found, statement);
  if (!upsert) return { matched: 0, modified: 0 };
  const made = changed(documentFromFilter(exactFilter), statement, true);
  return { matched: 0, modified: 0, inserted: house.catalog.ensure(ns).insert(withIdFirst(made)) };
}

function* changeEach(collection: Collection, found: readonly Stored[], statement: UpdateStatement): Work<Updated> {
  if (collection.entry.options.timeseries) throw notBuilt("an update of a time-series collection");
  let [matched, modified] = [0, 0];
  let after: Stored | undefined;
  for (const [at, given] of found.entries()) {
    if (at % partSize === partSize - 1) yield;
    const stored = stillThere(collection, given, statement.options);
    if (!stored) continue;
    matched += 1;
    const exact = exactDocument(stored.bytes);
    const bytes = encode(
      typeof statement.update === "function"
        ? asItWas(changed(documentOf(stored), statement, false), exact)
        : changed(exact, statement, false),
    );
    after = stored;
    if (Buffer.compare(bytes, stored.bytes) === 0) continue;
    after = collection.replace(stored, bytes);
    modified += 1;
  }
  const [before] = found;
  return { matched, modified, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

/** A document found in an earlier turn, as it now is: none if it is gone, or was changed and no longer matches. */
export const stillThere = (
  collection: Collection | undefined,
  found: Stored,
  { sort: _order, hint: _hint, ...asked }: Doc,
): Stored | undefined => {
  if (collection?.records.get(found.rank) === found) return found;
  const search = readSearch({ ...asked, limit: 1 });
  const filter = { $and: [{ _id: { $eq: documentOf(found)._id } }, search.filter] };
  return atOnce(findDocuments(collection, { ...search, filter }))[0];
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

const changed = (fresh: Doc, { update, options }: UpdateStatement, inserting: boolean): Doc =>
  updatedDocument(fresh, {
    update,
    filter: documentOr(options.q ?? options.query, {}),
    inserting,
    arrayFilters: options.arrayFilters,
  });
