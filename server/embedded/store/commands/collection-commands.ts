import { compileFilter } from "#server/embedded/store/match-document.ts";
import { numberOf } from "#server/embedded/store/numbers.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { isDocument, sameValue } from "#server/embedded/store/value-key.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, databaseOf, documentOr, namespaceOf } from "./command.ts";
import { cursorOf } from "./index-commands.ts";

const listCollections: Command = (body, house) => {
  const shown = house.catalog.list(databaseOf(body)).map(({ entry: { ns, options }, indexes: [id] }): Doc => {
    const name = ns.slice(ns.indexOf(".") + 1);
    const type = options.timeseries === undefined ? "collection" : "timeseries";
    return body.nameOnly === true
      ? { name, type }
      : { name, type, options, info: { readOnly: false }, idIndex: id?.spec };
  });
  const matches = compileFilter(documentOr(body.filter, {}));
  return cursorOf(`${databaseOf(body)}.$cmd.listCollections`, shown.filter(matches));
};

const ifCapped = (value: unknown, { capped }: Doc): unknown => (capped ? value : undefined);
const asGiven = (value: unknown): unknown => value;
const unsaid = (): undefined => undefined;

/** Said of a command, and not of what it makes. */
const beside = "$db lsid writeConcern readConcern comment maxTimeMS $readPreference $clusterTime".split(" ");

/** What a collection may be made with, and what is kept of it. */
const createOptions: Record<string, (value: unknown, body: Doc) => unknown> = {
  capped: (value, { size }) => {
    if (value && !(Number(numberOf(size)) > 0))
      throw new StoreError(72, "the 'size' field is required when 'capped' is true");
    return value ? true : undefined;
  },
  size: ifCapped,
  max: ifCapped,
  validator: (value) => {
    compileFilter(documentOr(value, {}));
    return value;
  },
  timeseries: (value) => {
    if (!isDocument(value) || typeof value.timeField !== "string")
      throw new StoreError(2, "a time series needs a timeField");
    return { ...value, granularity: value.granularity ?? "seconds" };
  },
  clusteredIndex: (value) => {
    if (!isDocument(value) || !sameValue(value.key, { _id: 1 }) || value.unique !== true)
      throw new StoreError(197, "a clustered index has the key { _id: 1 } and is unique");
    return { v: 2, ...value, name: value.name ?? "_id_" };
  },
  collation: asGiven,
  expireAfterSeconds: asGiven,
  ...Object.fromEntries(["create", ...beside].map((name) => [name, unsaid])),
};

const create: Command = (body, house) => {
  const ns = namespaceOf(body);
  const options = Object.entries(body).map(([name, value]) => {
    const read = createOptions[name];
    if (!read) throw notBuilt(`a collection with "${name}"`);
    return [name, read(value, body) ?? undefined];
  });
  if (house.catalog.find(ns)) throw new StoreError(48, `Collection ${ns} already exists.`);
  house.catalog.ensure(ns, Object.fromEntries(options.filter(([, value]) => value !== undefined)));
  return { ok: 1 };
};

/** Of an index only: whether it is hidden, and when documents are over. */
const collMod: Command = (body, house) => {
  const ns = namespaceOf(body);
  const foreign = Object.keys(body).find((name) => !["collMod", "index", ...beside].includes(name));
  if (foreign) throw notBuilt(`collMod with ${foreign}`);
  const { name, keyPattern, expireAfterSeconds, hidden } = documentOr(body.index, {});
  const collection = house.catalog.find(ns);
  if (!collection) throw new StoreError(26, `ns does not exist: ${ns}`);
  const index = collection.indexes.find(({ spec }) => spec.name === name || sameValue(spec.key, keyPattern));
  if (!index) throw new StoreError(27, `cannot find index ${JSON.stringify(name ?? keyPattern)}`);
  collection.setIndex(index.spec.name, {
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    ...(hidden === undefined ? {} : { hidden }),
  });
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

export const collectionCommands: Record<string, Command> = { listCollections, create, collMod, drop, dropDatabase };
