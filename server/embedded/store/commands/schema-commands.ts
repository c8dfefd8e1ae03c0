import { serialize } from "bson";
import type { IndexSpec } from "#server/embedded/store/collection-index.ts";
import { compileFilter } from "#server/embedded/store/match-document.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { isDocument, sameValue } from "#server/embedded/store/value-key.ts";
import { type Doc, encodeBatch } from "#server/embedded/store/wire.ts";
import { type Command, databaseOf, documentOr, listOf, namespaceOf } from "./command.ts";

const createIndexes: Command = (body, house) => {
  const ns = namespaceOf(body);
  const existed = house.catalog.find(ns) !== undefined;
  const specs = listOf(body.indexes).map(readSpec);
  const collection = house.catalog.ensure(ns);
  const before = collection.indexes.length;
  for (const spec of specs)
    if (
      !isThere(
        collection.indexes.map((index) => index.spec),
        spec,
      )
    )
      collection.addIndex(spec);
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: !existed,
    ok: 1,
  };
};

const options = ["unique", "sparse", "partialFilterExpression", "expireAfterSeconds", "hidden"];
const ignored = ["v", "key", "name", "background", "ns"];

const readSpec = (given: Doc): IndexSpec => {
  const { key, name } = given;
  if (!isDocument(key) || Object.keys(key).length === 0)
    throw new StoreError(67, "Index keys cannot be an empty object");
  if (typeof name !== "string" || name === "") throw new StoreError(67, "The index name is missing");
  const foreign = Object.keys(given).find((option) => !options.includes(option) && !ignored.includes(option));
  if (foreign) throw notBuilt(`the index option "${foreign}"`);
  const special = Object.values(key).find((direction) => typeof direction === "string");
  if (special) throw notBuilt(`a "${String(special)}" index`);
  if (given.sparse && given.partialFilterExpression)
    throw new StoreError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  compileFilter(given.partialFilterExpression ?? {});
  const chosen = options
    .filter((option) => given[option] !== undefined && given[option] !== false)
    .map((option) => [option, given[option]]);
  // The directions are checked where the index is made.
  return { v: 2, key: key as IndexSpec["key"], name, ...Object.fromEntries(chosen) };
};

const isThere = (specs: readonly IndexSpec[], spec: IndexSpec): boolean => {
  const sameName = specs.find(({ name }) => name === spec.name);
  if (sameName && (sameValue(sameName, { ...spec }) || spec.name === "_id_")) return true;
  if (sameName && !sameValue(sameName.key, spec.key))
    throw new StoreError(86, `An existing index has the same name as the requested index: ${spec.name}`);
  if (sameName) throw new StoreError(85, `Index already exists with a different options: ${spec.name}`);
  const sameKey = specs.find(
    ({ key, partialFilterExpression }) =>
      sameValue(key, spec.key) && sameValue(partialFilterExpression, spec.partialFilterExpression),
  );
  if (sameKey?.name === "_id_") return true;
  if (sameKey) throw new StoreError(85, `Index already exists with a different name: ${sameKey.name}`);
  return false;
};

const dropIndexes: Command = (body, house) => {
  const ns = namespaceOf(body);
  const collection = house.catalog.find(ns);
  if (!collection) throw new StoreError(26, `ns not found ${ns}`);
  const nIndexesWas = collection.indexes.length;
  for (const wanted of [body.index].flat()) {
    const names = collection.indexes
      .map(({ spec }) => spec)
      .filter((spec) => (wanted === "*" ? spec.name !== "_id_" : spec.name === wanted || sameValue(spec.key, wanted)));
    if (names.length === 0 && wanted !== "*") throw new StoreError(27, `index not found with name [${String(wanted)}]`);
    if (names.some(({ name }) => name === "_id_")) throw new StoreError(72, "cannot drop _id index");
    for (const { name } of names) collection.dropIndex(name);
  }
  return { nIndexesWas, ok: 1 };
};

const cursorOf = (ns: string, documents: Doc[]): Uint8Array =>
  encodeBatch({ ns, id: 0n, documents: documents.map((document) => serialize(document)), first: true });

const listIndexes: Command = (body, house) => {
  const ns = namespaceOf(body);
  const collection = house.catalog.find(ns);
  if (!collection) throw new StoreError(26, `ns does not exist: ${ns}`);
  return cursorOf(
    ns,
    collection.indexes.map(({ spec: { unique, ...rest } }) =>
      unique && rest.name !== "_id_" ? { ...rest, unique } : rest,
    ),
  );
};

const listCollections: Command = (body, house) => {
  const matches = compileFilter(documentOr(body.filter, {}));
  const shown = house.catalog.list(databaseOf(body)).map(
    ({ entry, indexes }): Doc => ({
      name: entry.ns.slice(entry.ns.indexOf(".") + 1),
      type: "collection",
      ...(body.nameOnly === true
        ? {}
        : { options: entry.options, info: { readOnly: false }, idIndex: indexes[0]?.spec }),
    }),
  );
  return cursorOf(`${databaseOf(body)}.$cmd.listCollections`, shown.filter(matches));
};

const plainCreate = new Set([
  "create",
  "$db",
  "lsid",
  "writeConcern",
  "readConcern",
  "comment",
  "$readPreference",
  "$clusterTime",
  "apiVersion",
]);

const create: Command = (body, house) => {
  const ns = namespaceOf(body);
  const foreign = Object.keys(body).find((name) => !plainCreate.has(name));
  if (foreign) throw notBuilt(`a collection with "${foreign}"`);
  if (house.catalog.find(ns)) throw new StoreError(48, `Collection ${ns} already exists.`);
  house.catalog.ensure(ns);
  return { ok: 1 };
};

const drop: Command = (body, house) => {
  const ns = namespaceOf(body);
  return house.catalog.drop(ns) ? { ns, nIndexesWas: 1, ok: 1 } : { ok: 1 };
};

const dropDatabase: Command = (body, house) => {
  const database = databaseOf(body);
  for (const { entry } of house.catalog.list(database)) house.catalog.drop(entry.ns);
  return { dropped: database, ok: 1 };
};

const listDatabases: Command = (body, house) => {
  const matches = compileFilter(documentOr(body.filter, {}));
  const databases = house.catalog
    .databases()
    .map((name): Doc => ({ name, sizeOnDisk: sizeOf(house.catalog.list(name)), empty: false }));
  const shown = databases.filter(matches);
  return { databases: shown, totalSize: shown.reduce((sum, { sizeOnDisk }) => sum + Number(sizeOnDisk), 0), ok: 1 };
};

const sizeOf = (collections: { records: ReadonlyMap<number, { bytes: Uint8Array }> }[]): number =>
  collections.reduce(
    (sum, { records }) => sum + [...records.values()].reduce((bytes, record) => bytes + record.bytes.length, 0),
    0,
  );

export const schemaCommands: Record<string, Command> = {
  createIndexes,
  dropIndexes,
  listIndexes,
  listCollections,
  create,
  drop,
  dropDatabase,
  listDatabases,
};
