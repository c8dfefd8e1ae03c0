import { Long, serialize } from "bson";
import { aggregate } from "#server/embedded/store/aggregate.ts";
import { takeBatch } from "#server/embedded/store/cursors.ts";
import { findDocuments, planFor, type Search } from "#server/embedded/store/find-documents.ts";
import { compileProjection } from "#server/embedded/store/project-document.ts";
import { readCollation, readSort } from "#server/embedded/store/sort-documents.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { isDocument, keyOf } from "#server/embedded/store/value-key.ts";
import { type Doc, encodeBatch } from "#server/embedded/store/wire.ts";
import { type Command, databaseOf, documentOr, type House, nameOf, namespaceOf, numberOr } from "./command.ts";

const firstBatchSize = 101;

const find: Command = (body, house) => {
  refuseOptions(body, ["tailable", "awaitData", "min", "max", "returnKey", "showRecordId", "oplogReplay"]);
  const ns = namespaceOf(body);
  const search = readSearch(body);
  const found = findDocuments(house.catalog.find(ns), search);
  const project = compileProjection(body.projection, search.filter, search.scope);
  const documents = found.map(({ bytes, document }) => (project ? encode(project(document)) : bytes));
  return answer(house, ns, documents, {
    size: body.batchSize,
    single: body.singleBatch === true || Number(body.limit) < 0,
  });
};

const readSearch = (body: Doc): Search & { filter: Doc } => {
  const [skip, limit] = [numberOr(body.skip, 0), numberOr(body.limit, 0)];
  if (skip < 0) throw new StoreError(51024, "Field 'skip' must be at least 0");
  const variables = documentOr(body.let, {});
  return {
    filter: documentOr(body.filter ?? body.query ?? body.q, {}),
    sort: readSort(body.sort),
    skip,
    limit: Math.abs(limit),
    collation: readCollation(body.collation),
    ...(body.hint === undefined ? {} : { hint: body.hint }),
    ...(Object.keys(variables).length > 0 ? { scope: { variables } } : {}),
  };
};

const refuseOptions = (body: Doc, names: string[]): void => {
  const asked = names.find((name) => body[name]);
  if (asked) throw notBuilt(asked);
};

const encode = (document: Doc): Uint8Array => serialize(document, { ignoreUndefined: true });

const answer = (
  house: House,
  ns: string,
  documents: Uint8Array[],
  { size, single }: { size: unknown; single: boolean },
): Uint8Array => {
  const batch = takeBatch(documents, numberOr(size, firstBatchSize));
  const rest = documents.slice(batch.length);
  const id = rest.length === 0 || single ? 0n : house.cursors.open(ns, rest);
  return encodeBatch({ ns, id, documents: batch, first: true });
};

const runAggregate: Command = (body, house) => {
  const [database, collection] = [databaseOf(body), body.aggregate];
  const documents = aggregate({
    catalog: house.catalog,
    database,
    collection: typeof collection === "string" ? collection : undefined,
    pipeline: Array.isArray(body.pipeline) ? body.pipeline : [],
    variables: documentOr(body.let, {}),
    collation: readCollation(body.collation),
    hint: body.hint,
  });
  if (body.explain) return { stages: [{ $cursor: { queryPlanner: {} } }], ok: 1 };
  const size = isDocument(body.cursor) ? body.cursor.batchSize : undefined;
  return answer(house, `${database}.${String(collection)}`, documents.map(encode), { size, single: false });
};

const getMore: Command = (body, house) => {
  const ns = `${databaseOf(body)}.${String(body.collection)}`;
  const { documents, id } = house.cursors.next(cursorId(body.getMore), ns, numberOr(body.batchSize, 0));
  return encodeBatch({ ns, id, documents, first: false });
};

const cursorId = (value: unknown): bigint => BigInt(value instanceof Long ? value.toString() : Number(value));

const killCursors: Command = (body, house) => {
  const ids = Array.isArray(body.cursors) ? body.cursors.map(cursorId) : [];
  const { killed, missing } = house.cursors.close(ids);
  const long = (list: bigint[]): Long[] => list.map((id) => Long.fromBigInt(id));
  return { cursorsKilled: long(killed), cursorsNotFound: long(missing), cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

const count: Command = (body, house) => {
  const collection = house.catalog.find(namespaceOf(body));
  const search = readSearch(body);
  const whole = Object.keys(search.filter).length === 0 && !search.skip && !search.limit;
  return { n: whole ? (collection?.records.size ?? 0) : findDocuments(collection, search).length, ok: 1 };
};

/** Each element of an array counts as a value. */
const distinct: Command = (body, house) => {
  const { key } = body;
  if (typeof key !== "string") throw new StoreError(14, "distinct needs a key");
  const values = new Map<string, unknown>();
  for (const { document } of findDocuments(house.catalog.find(namespaceOf(body)), readSearch(body)))
    for (const value of valuesAt(document, key.split("."))) if (value !== undefined) values.set(keyOf(value), value);
  return { values: [...values.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value), ok: 1 };
};

const valuesAt = (value: unknown, path: string[]): unknown[] => {
  const [name, ...rest] = path;
  if (Array.isArray(value))
    return name !== undefined && /^\d+$/.test(name)
      ? valuesAt(value[Number(name)], rest)
      : value.flatMap((item) => (isDocument(item) || name === undefined ? valuesAt(item, path) : []));
  if (name === undefined) return [value];
  return isDocument(value) ? valuesAt(value[name], rest) : [];
};

const explain: Command = (body, house) => {
  const inner = documentOr(body.explain, {});
  const pipeline = Array.isArray(inner.pipeline) ? inner.pipeline : [];
  const asked: Doc = { ...inner, filter: inner.filter ?? inner.query ?? pipeline[0]?.$match, $db: databaseOf(body) };
  const ns = namespaceOf(asked);
  const collection = house.catalog.find(ns);
  const search = readSearch(asked);
  const plan = collection && planFor(collection, search);
  const examined = plan ? [...plan.candidates()].length : 0;
  const scan = plan?.index
    ? {
        stage: "FETCH",
        inputStage: { stage: "IXSCAN", keyPattern: plan.index.spec.key, indexName: plan.index.spec.name },
      }
    : { stage: "COLLSCAN" };
  const winningPlan = search.sort?.length && !plan?.sorted ? { stage: "SORT", inputStage: scan } : scan;
  const executionStats = {
    executionSuccess: true,
    nReturned: findDocuments(collection, search).length,
    totalDocsExamined: examined,
  };
  return {
    queryPlanner: { namespace: ns, parsedQuery: search.filter, winningPlan, rejectedPlans: [] },
    ...(body.verbosity === "queryPlanner" ? {} : { executionStats }),
    command: { [nameOf(inner)]: inner[nameOf(inner)] },
    ok: 1,
  };
};

export const readCommands: Record<string, Command> = {
  find,
  aggregate: runAggregate,
  getMore,
  killCursors,
  count,
  distinct,
  explain,
};
