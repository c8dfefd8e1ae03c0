import type { Collection } from "#server/embedded/store/collection.ts";
import { atOnce, partSize, politely, type Work } from "#server/embedded/store/pauses.ts";
import { compileProjection } from "#server/embedded/store/project-document.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import { documentOf, exactDocument, type Stored } from "#server/embedded/store/stored-document.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, documentOr, listOf, namespaceOf, refuseView } from "./command.ts";
import { exactPart, readUpdate, select, stillThere, uncheckedBy, updateMatching } from "./perform-update.ts";

/** Runs each statement; an ordered batch stops at the first that fails. Others are served between some. */
function* runEach<T>(
  statements: readonly T[],
  ordered: boolean,
  run: (statement: T, index: number) => Work<void> | undefined,
): Work<Doc[]> {
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    if (index % partSize === partSize - 1) yield;
    try {
      yield* run(statement, index) ?? [];
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      writeErrors.push({ index, code: error.code, codeName: error.codeName, errmsg: error.message, ...error.facts });
      if (ordered) break;
    }
  }
  return writeErrors;
}

const insert: Command = async (body, house) => {
  const ns = namespaceOf(body);
  const held = house.catalog.find(ns);
  if (held) refuseView(held);
  const unchecked = uncheckedBy(body);
  const documents = Array.isArray(body.documents) ? body.documents : [];
  let n = 0;
  const insertOne = (document: Doc): undefined => {
    // Asked each time: between two it may have been dropped.
    refuseView(house.catalog.ensure(ns)).insert(document, unchecked);
    n += 1;
  };
  const writeErrors = await politely(runEach(documents, body.ordered !== false, insertOne));
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
};

const update: Command = async (body, house) => {
  const ns = namespaceOf(body);
  const counts = { n: 0, nModified: 0 };
  const upserted: Doc[] = [];
  const updateAll = function* (statement: Doc, index: number): Work<void> {
    const done = yield* updateMatching(
      house,
      ns,
      readUpdate(
        { ...statement, bypassDocumentValidation: body.bypassDocumentValidation },
        statement.q,
        exactPart(statement, "u"),
      ),
    );
    counts.n += done.matched;
    counts.nModified += done.modified;
    if (done.inserted) upserted.push({ index, _id: documentOf(done.inserted)._id });
    if (done.inserted) counts.n += 1;
  };
  const writeErrors = await politely(runEach(listOf(body.updates), body.ordered !== false, updateAll));
  return {
    ...counts,
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
    ok: 1,
  };
};

const remove: Command = async (body, house) => {
  const collection = house.catalog.find(namespaceOf(body));
  let n = 0;
  const removeAll = function* (statement: Doc): Work<void> {
    n += yield* removeMatching(collection, statement);
  };
  const writeErrors = await politely(runEach(listOf(body.deletes), body.ordered !== false, removeAll));
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
};

export function* removeMatching(collection: Collection | undefined, statement: Doc): Work<number> {
  const filter = documentOr(statement.q, {});
  const single = statement.limit === 1;
  const found = single
    ? atOnce(select(collection, filter, statement, 1))
    : yield* select(collection, filter, statement, 0);
  let n = 0;
  for (const [at, given] of found.entries()) {
    if (at % partSize === partSize - 1) yield;
    const stored = stillThere(collection, given, { filter, options: statement });
    if (!stored) continue;
    collection?.remove(stored);
    n += 1;
  }
  return n;
}

const findAndModify: Command = (body, house) => {
  const ns = namespaceOf(body);
  const filter = documentOr(body.query, {});
  const project = compileProjection(body.fields, filter);
  const shown = (stored: Stored | undefined): Doc | null => {
    const document = stored ? exactDocument(stored.bytes) : null;
    return document && project ? project(document) : document;
  };
  if (body.remove === true) {
    const collection = house.catalog.find(ns);
    const [found] = atOnce(select(collection, filter, body, 1));
    if (found) collection?.remove(found);
    return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found), ok: 1 };
  }
  const wanted = readUpdate({ ...body, multi: false }, filter, exactPart(body, "update"));
  const done = atOnce(updateMatching(house, ns, wanted));
  const lastErrorObject = {
    n: done.matched + (done.inserted ? 1 : 0),
    updatedExisting: done.matched > 0,
    ...(done.inserted ? { upserted: documentOf(done.inserted)._id } : {}),
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
