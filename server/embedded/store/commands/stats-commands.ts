import type { Collection } from "#server/embedded/store/collection.ts";
import { statsOf } from "#server/embedded/store/collection-stats.ts";
import { compileFilter } from "#server/embedded/store/match-document.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, databaseOf, documentOr, namespaceOf } from "./command.ts";

const listDatabases: Command = (body, house) => {
  const matches = compileFilter(documentOr(body.filter, {}));
  const databases = house.catalog
    .databases()
    .map((name): Doc => ({ name, sizeOnDisk: total(house.catalog.list(name)), empty: false }));
  const shown = databases.filter(matches);
  if (body.nameOnly === true) return { databases: shown.map(({ name }) => ({ name })), ok: 1 };
  return { databases: shown, totalSize: shown.reduce((sum, { sizeOnDisk }) => sum + Number(sizeOnDisk), 0), ok: 1 };
};

const total = (collections: readonly Collection[]): number => collections.reduce((sum, { size }) => sum + size, 0);

const collStats: Command = (body, house) => {
  const ns = namespaceOf(body);
  return { ...statsOf(ns, house.catalog.find(ns)), ok: 1 };
};

const dbStats: Command = (body, house) => {
  const collections = house.catalog.list(databaseOf(body));
  const objects = collections.reduce((sum, { records }) => sum + records.size, 0);
  const dataSize = total(collections);
  return {
    db: databaseOf(body),
    collections: collections.filter(({ entry }) => entry.options.viewOn === undefined).length,
    views: collections.filter(({ entry }) => entry.options.viewOn !== undefined).length,
    objects,
    avgObjSize: objects === 0 ? 0 : dataSize / objects,
    dataSize,
    storageSize: dataSize,
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length, 0),
    indexSize: 0,
    totalSize: dataSize,
    scaleFactor: 1,
    ok: 1,
  };
};

const validate: Command = (body, house) => {
  const ns = namespaceOf(body);
  const collection = house.catalog.find(ns);
  if (!collection) throw new StoreError(26, `Collection '${ns}' does not exist to validate.`);
  const keysPerIndex = Object.fromEntries(collection.indexes.map(({ spec }) => [spec.name, collection.records.size]));
  return {
    ns,
    nrecords: collection.records.size,
    nIndexes: collection.indexes.length,
    keysPerIndex,
    valid: true,
    ok: 1,
  };
};

export const statsCommands: Record<string, Command> = { listDatabases, collStats, dbStats, validate };
