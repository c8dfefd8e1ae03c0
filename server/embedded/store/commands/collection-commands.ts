import type { Collection } from "#server/embedded/store/collection.ts";
import { compileFilter } from "#server/embedded/store/match-document.ts";
import { numberOf } from "#server/embedded/store/numbers.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { isDocument, sameValue } from "#server/embedded/store/value-key.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, databaseOf, documentOr, type House, namespaceOf } from "./command.ts";
import { cursorOf } from "./index-commands.ts";

const listCollections: Command = (body, house) => {
  const matches = compileFilter(documentOr(body.filter, {}));
  const shown = house.catalog.list(databaseOf(body)).map(
    ({ entry, indexes }): Doc => ({
      name: entry.ns.slice(entry.ns.indexOf(".") + 1),
      type: typeOf(entry.options),
      ...(body.nameOnly === true
        ? {}
        : {
            options: entry.options,
            info: { readOnly: entry.options.viewOn !== undefined },
            ...(entry.options.viewOn === undefined ? { idIndex: indexes[0]?.spec } : {}),
          }),
    }),
  );
  return cursorOf(`${databaseOf(body)}.$cmd.listCollections`, shown.filter(matches));
};

const typeOf = ({ viewOn, timeseries }: Doc): string => {
  if (viewOn !== undefined) return "view";
  return timeseries === undefined ? "collection" : "timeseries";
};

const ifCapped = (value: unknown, { capped }: Doc): unknown => (capped ? value : undefined);

/** What a collection may be made with, where an option is not simply kept as it is given. */
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
};

const kept = "viewOn pipeline validationLevel validationAction collation expireAfterSeconds".split(" ");

const saidElsewhereOrHarmless = (
  "create $db lsid writeConcern readConcern comment $readPreference $clusterTime apiVersion storageEngine " +
  "indexOptionDefaults autoIndexId"
).split(" ");

const create: Command = (body, house) => {
  const ns = namespaceOf(body);
  const options: Doc = {};
  for (const [name, value] of Object.entries(body)) {
    if (saidElsewhereOrHarmless.includes(name)) continue;
    const read = createOptions[name];
    if (!read && !kept.includes(name)) throw notBuilt(`a collection with "${name}"`);
    options[name] = read ? read(value, body) : value;
    if (options[name] === undefined || options[name] === null) delete options[name];
  }
  if (house.catalog.find(ns)) throw new StoreError(48, `Collection ${ns} already exists.`);
  house.catalog.ensure(ns, options);
  return { ok: 1 };
};

const changeable = ["validator", "validationLevel", "validationAction", "viewOn", "pipeline", "expireAfterSeconds"];

const collMod: Command = (body, house) => {
  const collection = existing(body, house);
  const options = { ...collection.entry.options };
  for (const name of changeable) if (body[name] !== undefined) options[name] = body[name];
  if (isDocument(options.validator)) compileFilter(options.validator);
  if (isDocument(options.validator) && Object.keys(options.validator).length === 0) delete options.validator;
  if (body.cappedSize !== undefined) options.size = body.cappedSize;
  if (body.cappedMax !== undefined) options.max = body.cappedMax;
  collection.setOptions(options);
  if (isDocument(body.index)) changeIndex(collection, body.index);
  return { ok: 1 };
};

const changeIndex = (collection: Collection, { name, keyPattern, expireAfterSeconds, hidden }: Doc): void => {
  const index = collection.indexes.find(({ spec }) => spec.name === name || sameValue(spec.key, keyPattern));
  if (!index) throw new StoreError(27, `cannot find index ${JSON.stringify(name ?? keyPattern)}`);
  collection.setIndex(index.spec.name, {
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
    ...(hidden === undefined ? {} : { hidden }),
  });
};

const existing = (body: Doc, house: House): Collection => {
  const ns = namespaceOf(body);
  const collection = house.catalog.find(ns);
  if (!collection) throw new StoreError(26, `ns does not exist: ${ns}`);
  return collection;
};

const renameCollection: Command = ({ renameCollection: from, to, dropTarget }, house) => {
  if (typeof from !== "string" || typeof to !== "string") throw new StoreError(73, "both names must be strings");
  if (!house.catalog.find(from)) throw new StoreError(26, `Source collection ${from} does not exist`);
  if (from === to) throw new StoreError(20, "Can't rename a collection to itself");
  if (house.catalog.find(to) && !dropTarget) throw new StoreError(48, "target namespace exists");
  house.catalog.drop(to);
  house.catalog.rename(from, to);
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

export const collectionCommands: Record<string, Command> = {
  listCollections,
  create,
  collMod,
  renameCollection,
  drop,
  dropDatabase,
};
