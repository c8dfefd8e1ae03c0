import { compileProjection } from "#server/embedded/store/project-document.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import { documentOf, exactDocument, type Stored } from "#server/embedded/store/stored-document.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, documentOr, listOf, namespaceOf, refuseView } from "./command.ts";
import { exactPart, readUpdate, select, uncheckedBy, updateMatching } from "./perform-update.ts";

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
  const collection = refuseView(house.catalog.ensure(namespaceOf(body)));
  const unchecked = uncheckedBy(body);
  const documents = Array.isArray(body.documents) ? body.documents : [];
  let n = 0;
  const writeErrors = runEach(documents, body.ordered !== false, (document) => {
    collection.insert(document, unchecked);
    n += 1;
  });
  return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
};

const update: Command = (body, house) => {
  const ns = namespaceOf(body);
  const counts = { n: 0, nModified: 0 };
  const upserted: Doc[] = [];
  const writeErrors = runEach(listOf(body.updates), body.ordered !== false, (statement, index) => {
    const done = updateMatching(
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
  });
  return {
    ...counts,
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
    ok: 1,
  };
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
  const shown = (stored: Stored | undefined): Doc | null => {
    const document = stored ? exactDocument(stored.bytes) : null;
    return document && project ? project(document) : document;
  };
  if (body.remove === true) {
    const collection = house.catalog.find(ns);
    const [found] = select(collection, filter, body, 1);
    if (found) collection?.remove(found);
    return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found), ok: 1 };
  }
  const done = updateMatching(house, ns, readUpdate({ ...body, multi: false }, filter, exactPart(body, "update")));
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
