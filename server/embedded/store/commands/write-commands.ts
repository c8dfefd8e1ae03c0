import { deserialize } from "bson";
import { runStages } from "#server/embedded/store/aggregate.ts";
import { checkPipeline } from "#server/embedded/store/check-pipeline.ts";
import type { Collection } from "#server/embedded/store/collection.ts";
import type { Stored } from "#server/embedded/store/collection-index.ts";
import { optionsFor } from "#server/embedded/store/expressions.ts";
import { findDocuments } from "#server/embedded/store/find-documents.ts";
import { compileProjection } from "#server/embedded/store/project-document.ts";
import { readCollation, readSort } from "#server/embedded/store/sort-documents.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import {
  documentFromFilter,
  isReplacement,
  updatedDocument,
  withIdFirst,
} from "#server/embedded/store/update-document.ts";
import { isDocument, keyOf } from "#server/embedded/store/value-key.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, documentOr, type House, listOf, namespaceOf } from "./command.ts";

/** Runs each statement; an ordered batch stops at the first that fails. */
const runEach = <T>(statements: readonly T[], ordered: boolean, run: (statement: T, index: number) => void): Doc[] => {
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      writeErrors.push({ index, code: error.code, codeName: error.codeName, errmsg: error.message, ...error.facts });
      if (ordered) break;
    }
  }
  return writeErrors;
};

const insert: Command = (body, house) => {
  const collection = house.catalog.ensure(namespaceOf(body));
  const documents = Array.isArray(body.documents) ? body.documents : [];
  let n = 0;
  const writeErrors = runEach(documents, body.ordered !== false, (document) => {
    collection.insert(document);
    n += 1;
  });
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
};

const update: Command = (body, house) => {
  const ns = namespaceOf(body);
  const counts = { n: 0, nModified: 0 };
  const upserted: Doc[] = [];
  const writeErrors = runEach(listOf(body.updates), body.ordered !== false, (statement, index) => {
    const done = updateMatching(house, ns, readUpdate(statement, statement.q, statement.u));
    counts.n += done.matched;
    counts.nModified += done.modified;
    if (done.inserted) upserted.push({ index, _id: done.inserted.document._id });
    if (done.inserted) counts.n += 1;
  });
  return {
    ...counts,
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
    ok: 1,
  };
};

type UpdateStatement = {
  filter: Doc;
  update: Doc | Doc[];
  multi: boolean;
  upsert: boolean;
  options: Doc;
};

const readUpdate = (options: Doc, filter: unknown, update: unknown): UpdateStatement => {
  if (!isDocument(update) && !Array.isArray(update))
    throw new StoreError(9, "Update argument must be either an object or an array");
  if (options.multi === true && isReplacement(update))
    throw new StoreError(9, "multi update is not supported for replacement-style update");
  return {
    filter: documentOr(filter, {}),
    update,
    multi: options.multi === true,
    upsert: options.upsert === true,
    options,
  };
};

type Updated = { matched: number; modified: number; before?: Stored; after?: Stored; inserted?: Stored };

const updateMatching = (house: House, ns: string, statement: UpdateStatement): Updated => {
  const { filter, multi, upsert, options } = statement;
  const found = select(house.catalog.find(ns), filter, options, multi ? 0 : 1);
  if (found.length === 0 && upsert) {
    const made = changed(documentFromFilter(filter), statement, true);
    return { matched: 0, modified: 0, inserted: house.catalog.ensure(ns).insert(withIdFirst(made)) };
  }
  const collection = house.catalog.ensure(ns);
  let modified = 0;
  let after: Stored | undefined;
  for (const stored of found) {
    const document = changed(deserialize(stored.bytes), statement, false);
    after = stored;
    if (keyOf(document) === keyOf(stored.document)) continue;
    after = collection.replace(stored, document);
    modified += 1;
  }
  const [before] = found;
  return { matched: found.length, modified, ...(before ? { before } : {}), ...(after ? { after } : {}) };
};

const select = (collection: Collection | undefined, filter: Doc, options: Doc, limit: number): Stored[] =>
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
  const [after] = runStages([document], stages, optionsFor({ variables }));
  return after ?? document;
};

const remove: Command = (body, house) => {
  const collection = house.catalog.find(namespaceOf(body));
  let n = 0;
  const writeErrors = runEach(listOf(body.deletes), body.ordered !== false, (statement) => {
    const found = select(collection, documentOr(statement.q, {}), statement, statement.limit === 1 ? 1 : 0);
    for (const stored of found) collection?.remove(stored);
    n += found.length;
  });
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
};

const findAndModify: Command = (body, house) => {
  const ns = namespaceOf(body);
  const filter = documentOr(body.query, {});
  const project = compileProjection(body.fields, filter);
  const shown = (stored: Stored | undefined): Doc | null =>
    stored ? (project?.(stored.document) ?? stored.document) : null;
  if (body.remove === true) {
    const collection = house.catalog.find(ns);
    const [found] = select(collection, filter, body, 1);
    if (found) collection?.remove(found);
    return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found), ok: 1 };
  }
  const done = updateMatching(house, ns, readUpdate({ ...body, multi: false }, filter, body.update));
  const lastErrorObject = {
    n: done.matched + (done.inserted ? 1 : 0),
    updatedExisting: done.matched > 0,
    ...(done.inserted ? { upserted: done.inserted.document._id } : {}),
  };
  return { lastErrorObject, value: shown(body.new === true ? (done.inserted ?? done.after) : done.before), ok: 1 };
};

export const writeCommands: Record<string, Command> = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
};
