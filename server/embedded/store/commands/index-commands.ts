import { serialize } from "bson";
import type { Collection } from "#server/embedded/store/collection.ts";
import type { IndexSpec } from "#server/embedded/store/collection-index.ts";
import { compileFilter } from "#server/embedded/store/match-document.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { isDocument, sameValue } from "#server/embedded/store/value-key.ts";
import { type Doc, encodeBatch } from "#server/embedded/store/wire.ts";
import { type Command, documentOr, listOf, namespaceOf } from "./command.ts";

const createIndexes: Command = (body, house) => {
  const ns = namespaceOf(body);
  const existed = house.catalog.find(ns) !== undefined;
  const specs = listOf(body.indexes).map(readSpec);
  const collection = house.catalog.ensure(ns);
  const before = collection.indexes.length;
  for (const spec of specs) if (!isThere(collection.indexes, spec)) collection.addIndex(spec);
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: !existed,
    ok: 1,
  };
};

const options = (
  "unique sparse partialFilterExpression expireAfterSeconds hidden weights default_language language_override " +
  "textIndexVersion 2dsphereIndexVersion bits min max wildcardProjection collation"
).split(" ");
const kinds = ["2d", "2dsphere", "text", "hashed"];
const ignored = ["v", "key", "name", "background", "ns"];

const readSpec = (given: Doc): IndexSpec => {
  const { key, name } = given;
  if (!isDocument(key)) throw new StoreError(67, "Index keys must be a document");
  if (typeof name !== "string") throw new StoreError(67, "The index name is missing");
  if (isDocument(given.collation) && given.collation.locale !== "simple" && given.unique)
    throw notBuilt("a unique index with a collation");
  const foreign = Object.keys(given).find((option) => !options.includes(option) && !ignored.includes(option));
  if (foreign) throw notBuilt(`the index option "${foreign}"`);
  const [code, wrong] = faults.find(([, , holds]) => holds(given, Object.entries(key))) ?? [];
  if (code) throw new StoreError(code, `${wrong}: ${name}`);
  compileFilter(given.partialFilterExpression ?? {});
  const chosen = options
    .filter((option) => given[option] !== undefined && given[option] !== false)
    .map((option) => [option, given[option]]);
  // The directions are checked where the index is made.
  return { v: 2, name, ...Object.fromEntries(chosen), ...withTextKey(key as IndexSpec["key"], given) };
};

type Fault = [code: number, wrong: string, holds: (given: Doc, fields: [path: string, kind: unknown][]) => boolean];

const ofKind = (wanted: string, fields: [string, unknown][]): number =>
  fields.filter(([, kind]) => kind === wanted).length;
const wild = (fields: [string, unknown][]): boolean => fields.some(([path]) => path.endsWith("$**"));

/** Names, kinds and options that MongoDB takes of no index, or not together. */
const faults: Fault[] = [
  [67, "The index name cannot be empty or '*'", ({ name }) => name === "" || name === "*"],
  [67, "Index keys cannot be an empty object", (_, fields) => fields.length === 0],
  [13103, "An index has at most 32 fields", (_, fields) => fields.length > 32],
  [67, "Index keys cannot have empty or $-prefixed fields", (_, fields) => fields.some(([path]) => noPath.test(path))],
  [
    67,
    "Unknown index plugin",
    (_, fields) => fields.some(([, kind]) => typeof kind === "string" && !kinds.includes(kind)),
  ],
  [14, "true or false is asked", ({ unique = 0, sparse = 0, hidden = 0 }) => ![unique, sparse, hidden].every(isFlag)],
  [14, "expireAfterSeconds must be a number", ({ expireAfterSeconds: after = 0 }) => typeof after !== "number"],
  [67, "expireAfterSeconds is out of range", ({ expireAfterSeconds: after = 0 }) => !(Number(after) >= 0)],
  [67, "TTL indexes are single-field", (given, fields) => given.expireAfterSeconds !== undefined && fields.length > 1],
  [67, 'partialFilterExpression and "sparse"', (given) => Boolean(given.partialFilterExpression && given.sparse)],
  [67, "Expression not supported in partial index", (given) => !partial(given.partialFilterExpression ?? {})],
  [16764, "A hashed index cannot be unique", ({ unique }, fields) => Boolean(unique && ofKind("hashed", fields))],
  [31303, "An index has at most one hashed field", (_, fields) => ofKind("hashed", fields) > 1],
  [67, "A wildcard index cannot be unique", ({ unique }, fields) => Boolean(unique && wild(fields))],
  [2, "wildcardProjection is for wildcard indexes", (given, fields) => "wildcardProjection" in given && !wild(fields)],
];

const noPath = /(^|\.)(\.|$|\$(?!\*\*$|(id|ref|db)(\.|$)))/;

const isFlag = (value: unknown): boolean => typeof value === "boolean" || typeof value === "number";

const partialOperators = "$and $or $eq $exists $gt $gte $lt $lte $in $type $geoWithin $geoIntersects".split(" ");

const partial = (filter: unknown): boolean =>
  isDocument(filter) &&
  Object.entries(filter).every(([name, value]) => {
    if (name.startsWith("$") && (!partialOperators.includes(name) || (name === "$exists" && !value))) return false;
    if (value instanceof RegExp) return false;
    if (name === "$and" || name === "$or") return Array.isArray(value) && value.every(partial);
    return name.startsWith("$") || !isDocument(value) || partial(value);
  });

/** A text index names its fields in its weights; nothing is found with it, `$text` being refused. */
const withTextKey = (key: IndexSpec["key"], given: Doc): Doc => {
  const texts = Object.keys(key).filter((path) => key[path] === "text");
  if (texts.length === 0) return { key };
  const fields = Object.entries(key).flatMap(([path, kind]): [string, unknown][] => {
    if (kind !== "text") return [[path, kind]];
    return path === texts[0] ? Object.entries({ _fts: "text", _ftsx: 1 }) : [];
  });
  const weights = { ...Object.fromEntries(texts.map((path) => [path, 1])), ...documentOr(given.weights, {}) };
  return {
    key: Object.fromEntries(fields),
    weights,
    default_language: given.default_language ?? "english",
    language_override: given.language_override ?? "language",
    textIndexVersion: 3,
  };
};

/** What tells one index from another; the other options are only how it behaves. */
const identity = ["key", "unique", "sparse", "partialFilterExpression", "collation"];

const isThere = (indexes: Collection["indexes"], spec: IndexSpec): boolean => {
  const specs = indexes.map((index) => index.spec);
  const sameName = specs.find(({ name }) => name === spec.name);
  if (sameName && (sameSpec(sameName, spec) || spec.name === "_id_")) return true;
  if (sameName && identity.some((option) => !sameValue((sameName as Doc)[option], (spec as Doc)[option])))
    throw new StoreError(86, `An existing index has the same name as the requested index: ${spec.name}`);
  if (sameName) throw new StoreError(85, `Index already exists with a different options: ${spec.name}`);
  const same = specs.find((held) =>
    identity.every((option) => sameValue((held as Doc)[option], (spec as Doc)[option])),
  );
  if (same?.name === "_id_") return true;
  if (same) throw new StoreError(85, `Index already exists with a different name: ${same.name}`);
  return false;
};

/** The same options, in whatever order they were given. */
const sameSpec = (one: IndexSpec, other: IndexSpec): boolean =>
  Object.keys({ ...one, ...other }).every((name) => sameValue((one as Doc)[name], (other as Doc)[name]));

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

export const cursorOf = (ns: string, documents: Doc[]): Uint8Array =>
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

export const indexCommands: Record<string, Command> = { createIndexes, dropIndexes, listIndexes };
