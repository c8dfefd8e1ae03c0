import { serialize } from "bson";
import type { Collection } from "#server/embedded/store/collection.ts";
import type { IndexSpec } from "#server/embedded/store/collection-index.ts";
import { compileFilter } from "#server/embedded/store/match-document.ts";
import { politely, type Work } from "#server/embedded/store/pauses.ts";
import { notBuilt, StoreError } from "#server/embedded/store/store-error.ts";
import { isDocument, sameValue } from "#server/embedded/store/value-key.ts";
import { type Doc, encodeBatch } from "#server/embedded/store/wire.ts";
import { type Command, documentOr, type House, listOf, namespaceOf } from "./command.ts";

let lastBuilt: Promise<unknown> = Promise.resolve();

/** One after the other: who asks for an index that is being built waits for it. */
const createIndexes: Command = (body, house) => {
  const built = lastBuilt.then(() => politely(buildIndexes(body, house)));
  lastBuilt = built.catch(() => undefined);
  return built;
};

function* buildIndexes(body: Doc, house: House): Work<Doc> {
  const ns = namespaceOf(body);
  const existed = house.catalog.find(ns) !== undefined;
  const specs = listOf(body.indexes).map(readSpec);
  const collection = house.catalog.ensure(ns);
  const before = collection.indexes.length;
  for (const spec of specs) if (!isThere(collection.indexes, spec)) yield* collection.addIndex(spec);
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: !existed,
    ok: 1,
  };
}

const options = (
  "unique sparse partialFilterExpression expireAfterSeconds hidden weights default_language language_override " +
  "textIndexVersion 2dsphereIndexVersion bits min max wildcardProjection collation"
).split(" ");
const kinds: unknown[] = ["2d", "2dsphere", "text", "hashed"];
const ignored = ["v", "key", "name", "background", "ns"];

const readSpec = (given: Doc): IndexSpec => {
  const { key, name } = given;
  if (!isDocument(key)) throw new StoreError(67, "Index keys must be a document");
  if (isDocument(given.collation) && given.collation.locale !== "simple" && given.unique)
    throw notBuilt("a unique index with a collation");
  const foreign = Object.keys(given).find((option) => !options.includes(option) && !ignored.includes(option));
  if (foreign) throw notBuilt(`the index option "${foreign}"`);
  const fault = faultsIn(given, Object.entries(key)).find(([, , there]) => there);
  if (typeof name !== "string" || fault)
    throw new StoreError(fault?.[0] ?? 67, `The index ${String(name)} cannot be made, for ${fault?.[1] ?? "its name"}`);
  compileFilter(given.partialFilterExpression ?? {});
  const chosen = options.filter((option) => given[option] !== undefined && given[option] !== false);
  const asked = Object.fromEntries(chosen.map((option) => [option, given[option]]));
  // The kinds of its fields were looked at just now.
  return { v: 2, name, ...asked, ...withTextKey(key as IndexSpec["key"], given) };
};

/** Names, kinds and options that MongoDB takes of no index, or not together, each with the code it says. */
const faultsIn = (given: Doc, fields: [path: string, kind: unknown][]): [number, what: string, there: boolean][] => {
  const { name, unique = 0, sparse = 0, hidden = 0, expireAfterSeconds: after, partialFilterExpression: part } = given;
  const wild = fields.some(([path]) => path.endsWith("$**"));
  const hashed = fields.filter(([, kind]) => kind === "hashed").length;
  return [
    [67, "its name", name === "" || name === "*"],
    [67, "having no field", fields.length === 0],
    [13103, "having more than 32 fields", fields.length > 32],
    [67, "the name of a field", fields.some(([path]) => noPath.test(path))],
    [
      67,
      "the kind of a field",
      fields.some(([, kind]) => !kinds.includes(kind) && !(typeof kind === "number" && kind)),
    ],
    [14, "an option that is true or false", ![unique, sparse, hidden].every(isFlag)],
    [14, "expireAfterSeconds, a number", after !== undefined && typeof after !== "number"],
    [67, "expireAfterSeconds", after !== undefined && !(Number(after) >= 0 && fields.length === 1)],
    [67, "partialFilterExpression", Boolean(part && sparse) || !partial(part ?? {})],
    [67, "unique with a wildcard", Boolean(unique) && wild],
    [16764, "unique with a hashed field", Boolean(unique) && hashed > 0],
    [31303, "a second hashed field", hashed > 1],
    [2, "wildcardProjection", "wildcardProjection" in given && !wild],
  ];
};

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
const withTextKey = (key: IndexSpec["key"], given: Doc): Pick<IndexSpec, "key"> => {
  const texts = Object.keys(key).filter((path) => key[path] === "text");
  if (texts.length === 0) return { key };
  const held = Object.entries(key).flatMap(([path, kind]): [string, number | string][] => {
    if (kind !== "text") return [[path, kind]];
    return path === texts[0] ? Object.entries({ _fts: "text", _ftsx: 1 }) : [];
  });
  const weights = { ...Object.fromEntries(texts.map((path) => [path, 1])), ...documentOr(given.weights, {}) };
  const { default_language = "english", language_override = "language" } = given;
  return { key: Object.fromEntries(held), ...{ weights, default_language, language_override, textIndexVersion: 3 } };
};

/** What tells one index from another; the other options are only how it behaves. */
const identity = ["key", "unique", "sparse", "partialFilterExpression", "collation"];

const isThere = (indexes: Collection["indexes"], wanted: Doc): boolean => {
  const same = (held: Doc, names: string[]): boolean => names.every((name) => sameValue(held[name], wanted[name]));
  const specs = indexes.map(({ spec }): Doc => spec);
  const held = specs.find(({ name }) => name === wanted.name) ?? specs.find((spec) => same(spec, identity));
  if (!held) return false;
  if (held.name === "_id_" || same(held, Object.keys({ ...held, ...wanted }))) return true;
  if (held.name !== wanted.name)
    throw new StoreError(85, `Index already exists with a different name: ${String(held.name)}`);
  if (same(held, identity))
    throw new StoreError(85, `Index already exists with a different options: ${String(held.name)}`);
  throw new StoreError(86, `An existing index has the same name as the requested index: ${String(held.name)}`);
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
