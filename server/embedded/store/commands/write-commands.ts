import type { Collection } from "#server/embedded/store/collection.ts";
import { findDocuments } from "#server/embedded/store/find-documents.ts";
import { atOnce, partSize, politely, type Work } from "#server/embedded/store/pauses.ts";
import { compileProjection } from "#server/embedded/store/project-document.ts";
import { answerOf } from "#server/embedded/store/store-error.ts";
import { documentOf, exactDocument, type Stored } from "#server/embedded/store/stored-document.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, documentOr, listOf, namespaceOf } from "./command.ts";
import { readUpdate, stillThere, updateMatching } from "./perform-update.ts";
import { readSearch } from "./read-search.ts";

type Failures = { writeErrors?: Doc[] };

/** Runs each statement; an ordered batch stops at the first that fails. Others are served between some. */
function* runEach<T>(
  statements: readonly T[],
  { ordered }: Doc,
  run: (statement: T, index: number) => Work<void> | undefined,
): Work<Failures> {
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    if (index % partSize === partSize - 1) yield;
    try {
      yield* run(statement, index) ?? [];
    } catch (error) {
      writeErrors.push({ index, ...answerOf(error) });
      if (ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

/** What the wire leaves as the bytes that came. */
const bytesOf = (items: unknown): Uint8Array[] =>
  Array.isArray(items) ? items.filter((item) => item instanceof Uint8Array) : [];

const insert: Command = async (body, house) => {
  const ns = namespaceOf(body);
  let n = 0;
  const insertOne = (document: Uint8Array): undefined => {
    // Asked each time: between two it may have been dropped.
    house.catalog.ensure(ns).insert(document);
    n += 1;
  };
  const failures = await politely(runEach(bytesOf(body.documents), body, insertOne));
  return { n, ...failures, ok: 1 };
};

const update: Command = async (body, house) => {
  const ns = namespaceOf(body);
  let [n, nModified] = [0, 0];
  const upserted: Doc[] = [];
  const updateAll = function* (statement: Uint8Array, index: number): Work<void> {
    const { matched, modified, inserted } = yield* updateMatching(house, ns, readUpdate(statement));
    n += matched + (inserted ? 1 : 0);
    nModified += modified;
    if (inserted) upserted.push({ index, _id: documentOf(inserted)._id });
  };
  const failures = await politely(runEach(bytesOf(body.updates), body, updateAll));
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...failures, ok: 1 };
};

const remove: Command = async (body, house) => {
  const collection = house.catalog.find(namespaceOf(body));
  let n = 0;
  const removeAll = function* (statement: Doc): Work<void> {
    n += yield* removeMatching(collection, statement);
  };
  const failures = await politely(runEach(listOf(body.deletes), body, removeAll));
  return { n, ...failures, ok: 1 };
};

export function* removeMatching(collection: Collection | undefined, statement: Doc): Work<number> {
  const work = findDocuments(collection, readSearch(statement));
  const found = statement.limit === 1 ? atOnce(work) : yield* work;
  let n = 0;
  for (const [at, given] of found.entries()) {
    if (at % partSize === partSize - 1) yield;
    const stored = stillThere(collection, given, statement);
    if (!stored) continue;
    collection?.remove(stored);
    n += 1;
  }
  return n;
}

const findAndModify: Command = (body, house) => {
  const ns = namespaceOf(body);
  const project = compileProjection(body.fields, documentOr(body.query, {}));
  const shown = (stored: Stored | undefined): Doc | null => {
    const document = stored ? exactDocument(stored.bytes) : null;
    return document && project ? project(document) : document;
  };
  if (body.remove === true) {
    const collection = house.catalog.find(ns);
    const [found] = atOnce(findDocuments(collection, readSearch({ ...body, limit: 1 })));
    if (found) collection?.remove(found);
    return { lastErrorObject: { n: found ? 1 : 0 }, value: shown(found), ok: 1 };
  }
  const [statement = new Uint8Array()] = bytesOf(body.updates);
  const { matched, before, after, inserted } = atOnce(updateMatching(house, ns, readUpdate(statement)));
  const lastErrorObject = {
    n: matched + (inserted ? 1 : 0),
    updatedExisting: matched > 0,
    ...(inserted ? { upserted: documentOf(inserted)._id } : {}),
  };
  return { lastErrorObject, value: shown(body.new === true ? (inserted ?? after) : before), ok: 1 };
};

export const writeCommands: Record<string, Command> = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
};
