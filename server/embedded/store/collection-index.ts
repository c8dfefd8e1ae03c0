import { ObjectId } from "bson";
import { fieldsOfFilter } from "./filter-fields.ts";
import { refuseBadPlaces } from "./geo-index.ts";
import { keyOfTuple, tuplesOf, valuesOfKey } from "./index-keys.ts";
import { compileFilter, type Predicate } from "./match-document.ts";
import { type OrderedEntries, orderedEntries } from "./ordered-entries.ts";
import { StoreError } from "./store-error.ts";
import { documentOf, type Stored } from "./stored-document.ts";
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
  /** First parts of the paths it looks at; undefined: perhaps all. */
  reads: readonly string[] | undefined;
  entries: OrderedEntries;
  /** True once a document with an array was indexed: ranges may then not be narrowed from both sides, nor sorts served. */
  isMultikey: () => boolean;
  /** True once two fields of the key went through one array: an entry then holds what one element has of both. */
  joinsFields: () => boolean;
  /** @throws StoreError 171 when two fields of the key hold arrays of their own */
  keysFor: (document: Doc) => string[];
  /** @throws StoreError 11000 when another document holds one of the keys */
  refuseDuplicate: (keys: readonly string[], stored: Stored, ns: string) => void;
  /** Holds a document under other keys than before. */
  move: (rank: number, before: readonly string[], after: readonly string[]) => void;
};

export const collectionIndex = (spec: IndexSpec): CollectionIndex => {
  const special = Object.entries(spec.key).some(isSpecial);
  const fields = Object.entries(special ? {} : spec.key).map(
    ([path, direction]): IndexField => ({ path, parts: path.split("."), descending: Number(direction) < 0 }),
  );
  const isPartial: Predicate = compileFilter(spec.partialFilterExpression ?? {});
  const entries = orderedEntries();
  let multikey = false;
  let joined = false;

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
    reads: readsOf(spec),
    entries,
    isMultikey: () => multikey,
    joinsFields: () => joined,
    keysFor,
    move: (rank, before, after) => {
      const [had, has] = [new Set(before), new Set(after)];
      for (const key of before) if (!has.has(key)) entries.remove({ key, rank });
      for (const key of after) if (!had.has(key)) entries.add({ key, rank });
    },
    refuseDuplicate: (keys, stored, ns) => {
      for (const key of spec.unique ? keys : []) {
        const [holder] = entries.within({ from: key, to: key, through: true });
        if (holder !== undefined && holder !== stored.rank)
          throw duplicate(ns, spec, valuesOfKey(key, documentOf(stored), fields));
      }
    },
  };
};

/** A partial index asks about fields that are not in its key. */
const readsOf = ({ key, partialFilterExpression }: IndexSpec): string[] | undefined => {
  const { names } = fieldsOfFilter(partialFilterExpression ?? {});
  const own = Object.keys(key).map((path) => path.split(".")[0] ?? "");
  return names && !own.includes("$**") ? [...names, ...own] : undefined;
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
