import { ObjectId } from "bson";
import { refuseBadPlaces } from "./geo-index.ts";
import { keyOfTuple, tuplesOf, valuesOfKey } from "./index-keys.ts";
import { compileFilter, type Predicate } from "./match-document.ts";
import { type OrderedEntries, orderedEntries } from "./ordered-entries.ts";
import { StoreError } from "./store-error.ts";
import { documentOf, readerOf, type Stored } from "./stored-document.ts";
import type { Doc } from "./wire.ts";

export type IndexSpec = {
  name: string;
  key: Record<string, number | string>;
  unique?: boolean;
  sparse?: boolean;
  partialFilterExpression?: Doc;
  expireAfterSeconds?: number;
  [rest: string]: unknown;
};

export type IndexField = { path: string; parts: readonly string[]; descending: boolean };

export type CollectionIndex = {
  spec: IndexSpec;
  /** Of a kind that serves no query here (2d, 2dsphere, text, wildcard): kept, checked, and passed over. */
  special: boolean;
  fields: readonly IndexField[];
  entries: OrderedEntries<Stored>;
  /** True once a document with an array was indexed: ranges may then not be narrowed from both sides, nor sorts served. */
  isMultikey: () => boolean;
  /** True once two fields of the key went through one array: an entry then holds what one element has of both. */
  joinsFields: () => boolean;
  /** @throws StoreError 171 when two fields of the key hold arrays of their own */
  keysFor: (document: Doc) => string[];
  /** @throws StoreError 11000 when another document holds one of the keys */
  refuseDuplicate: (keys: readonly string[], stored: Stored, ns: string) => void;
  add: (keys: readonly string[], stored: Stored) => void;
  remove: (stored: Stored) => void;
};

export const collectionIndex = (spec: IndexSpec): CollectionIndex => {
  const special = Object.entries(spec.key).some(isSpecial);
  const fields = Object.entries(special ? {} : spec.key).map(
    ([path, direction]): IndexField => ({ path, parts: path.split("."), descending: Number(direction) < 0 }),
  );
  const isPartial: Predicate = compileFilter(spec.partialFilterExpression ?? {});
  const entries = orderedEntries<Stored>();
  let multikey = false;
  let joined = false;

  // A partial index asks about fields that are not in its key.
  const read = readerOf(spec.partialFilterExpression ? undefined : fields.map(({ parts }) => parts[0] ?? ""));

  const keysFor = (document: Doc): string[] => {
    if (!isPartial(document)) return [];
    if (special) return refuseBadPlaces(document, spec);
    const { tuples, several, together } = tuplesOf(document, fields);
    if (spec.sparse && tuples.every((tuple) => tuple.every((value) => value === undefined))) return [];
    multikey ||= several;
    joined ||= together;
    return [...new Set(tuples.map((tuple) => keyOfTuple(tuple, fields)))];
  };

  return {
    spec,
    special,
    fields,
    entries,
    isMultikey: () => multikey,
    joinsFields: () => joined,
    keysFor,
    add: (keys, stored) => {
      for (const key of keys) entries.add({ key, rank: stored.rank, item: stored });
    },
    remove: (stored) => {
      for (const key of keysFor(read(stored))) entries.remove(key, stored.rank);
    },
    refuseDuplicate: (keys, stored, ns) => {
      for (const key of spec.unique ? keys : []) {
        const [holder] = entries.within({ from: key, to: `${key}\u0000` });
        if (holder && holder.rank !== stored.rank)
          throw duplicate(ns, spec, valuesOfKey(key, documentOf(stored), fields));
      }
    },
  };
};

const duplicate = (ns: string, spec: IndexSpec, keyValue: Doc): StoreError =>
  new StoreError(
    11000,
    `E11000 duplicate key error collection: ${ns} index: ${spec.name} dup key: ${shown(keyValue)}`,
    {
      keyPattern: spec.key,
      keyValue,
    },
  );

const shown = (keyValue: Doc): string =>
  `{ ${Object.entries(keyValue)
    .map(([path, value]) => `${path}: ${shownValue(value)}`)
    .join(", ")} }`;

const shownValue = (value: unknown): string => {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  return value instanceof ObjectId ? `ObjectId('${String(value)}')` : JSON.stringify(value);
};

const isSpecial = ([path, kind]: [string, unknown]): boolean =>
  kind === "2d" || kind === "2dsphere" || kind === "text" || path === "$**" || path.endsWith(".$**");
