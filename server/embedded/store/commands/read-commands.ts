import { Long } from "bson";
import { aggregateBytes } from "#server/embedded/store/aggregate.ts";
import { checkPipeline } from "#server/embedded/store/check-pipeline.ts";
import { takeBatch } from "#server/embedded/store/cursors.ts";
import { findDocuments } from "#server/embedded/store/find-documents.ts";
import { someAt } from "#server/embedded/store/match-document.ts";
import { gathered, inParts, type Parts, politely, type Work } from "#server/embedded/store/pauses.ts";
import { compileProjection, wholeFields } from "#server/embedded/store/project-document.ts";
import {
  type Collation,
  collated,
  effectiveCollation,
  readCollation,
  sortedBy,
} from "#server/embedded/store/sort-documents.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import { cutterOf, encode, exactDocument, readerOf, type Stored } from "#server/embedded/store/stored-document.ts";
import { compareValues, isDocument, keyOf } from "#server/embedded/store/value-key.ts";
import { type Doc, encodeBatch } from "#server/embedded/store/wire.ts";
import { type Command, databaseOf, documentOr, type House, listOf, namespaceOf, numberOr } from "./command.ts";
import { explain, explainCommand } from "./explain-command.ts";
import { readSearch } from "./read-search.ts";

const firstBatchSize = 101;

const find: Command = async (body, house) => {
  const ns = namespaceOf(body);
  const search = readSearch(body);
  const project = compileProjection(body.projection, search.filter, search.scope);
  const fields = wholeFields(body.projection);
  const shown = (stored: Stored): Uint8Array => (project ? encode(project(exactDocument(stored.bytes))) : stored.bytes);
  const found = await politely(findDocuments(house.catalog.find(ns), search));
  const documents = await politely(gathered(inParts(found, fields ? cutterOf(fields) : shown)));
  return answer(house, ns, documents, body);
};

const answer = (house: House, ns: string, documents: Uint8Array[], body: Doc): Uint8Array => {
  const size = isDocument(body.cursor) ? body.cursor.batchSize : body.batchSize;
  const batch = takeBatch(documents, numberOr(size, firstBatchSize));
  const rest = documents.slice(batch.length);
  const single = body.singleBatch === true || Number(body.limit) < 0;
  const id = rest.length === 0 || single ? 0n : house.cursors.open(ns, rest);
  return encodeBatch({ ns, id, documents: batch, first: true });
};

const runAggregate: Command = async (body, house) => {
  checkPipeline(body.pipeline);
  const ns = namespaceOf(body);
  const order = {
    catalog: house.catalog,
    database: databaseOf(body),
    collection: String(body.aggregate),
    pipeline: listOf(body.pipeline),
    variables: documentOr(body.let, {}),
    collation: readCollation(body.collation),
    hint: body.hint,
  };
  if (body.explain) return await explainCommand(body, true, house);
  return answer(house, ns, await politely(aggregateBytes(order)), body);
};

const getMore: Command = (body, house) => {
  const ns = `${databaseOf(body)}.${String(body.collection)}`;
  return encodeBatch({
    ns,
    ...house.cursors.next(cursorId(body.getMore), ns, numberOr(body.batchSize, 0)),
    first: false,
  });
};

const cursorId = (value: unknown): bigint => BigInt(value instanceof Long ? value.toString() : Number(value));

const killCursors: Command = (body, house) => {
  const ids = Array.isArray(body.cursors) ? body.cursors.map(cursorId) : [];
  const { killed, missing } = house.cursors.close(ids);
  const long = (list: bigint[]): Long[] => list.map((id) => Long.fromBigInt(id));
  return { cursorsKilled: long(killed), cursorsNotFound: long(missing), cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

const count: Command = async (body, house) => {
  const collection = house.catalog.find(namespaceOf(body));
  const search = readSearch(body);
  const whole = Object.keys(search.filter).length === 0 && !search.skip && !search.limit;
  const n = whole ? collection?.records.size : (await politely(findDocuments(collection, search))).length;
  return { n: n ?? 0, ok: 1 };
};

/** Each element of an array counts as a value. */
const distinct: Command = async (body, house) => {
  const { key } = body;
  if (typeof key !== "string") throw new StoreError(14, "distinct needs a key");
  const search = readSearch(body);
  const collection = house.catalog.find(namespaceOf(body));
  const found = await politely(findDocuments(collection, search));
  const documents = inParts(found, readerOf([key.split(".")[0] ?? key], true));
  const collation = effectiveCollation(search.collation, collection?.entry.options);
  return { values: await politely(distinctValues(documents, key.split("."), collation)), ok: 1 };
};

/** Each value once, in MongoDB's order or the collation's; each element of an array is a value. */
export function* distinctValues(documents: Parts<Doc>, path: string[], collation?: Collation): Work<unknown[]> {
  const values = new Map<string, unknown>();
  const keep = (found: unknown): boolean => {
    for (const value of Array.isArray(found) ? found : [found])
      if (value !== undefined) values.set(keyOf(value), value);
    return false;
  };
  for (const part of documents) {
    for (const document of part) someAt(document, path, keep, true);
    yield;
  }
  const compare = collation ? collated(collation) : compareValues;
  const sorted = yield* sortedBy([...values.values()], compare);
  // Under a collation values that are not the same may be equal: they now stand side by side.
  return collation ? sorted.filter((value, i) => i === 0 || compare(sorted[i - 1], value) !== 0) : sorted;
}

export const readCommands: Record<string, Command> = {
  find,
  aggregate: runAggregate,
  getMore,
  killCursors,
  count,
  distinct,
  explain,
};
