import { MinKey } from "bson";
import { gathered, inParts, type Work } from "./pauses.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { compareValues, fieldOf, isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type SortKey = { path: string; direction: 1 | -1 };

export const readSort = (sort: unknown): SortKey[] => {
  if (sort === undefined || sort === null) return [];
  if (!isDocument(sort)) throw new StoreError(14, "the sort must be a document");
  return Object.entries(sort).map(([path, direction]) => {
    if (isDocument(direction)) throw notBuilt("sorting by $meta");
    if (direction !== 1 && direction !== -1)
      throw new StoreError(2, `$sort key ordering must be 1 or -1 (for ${path})`);
    return { path, direction };
  });
};

export type Collation = { locale: string; [option: string]: unknown };

export type SortOrder<T> = {
  keys: readonly SortKey[];
  document: (item: T) => Doc;
  collation?: Collation | undefined;
  /** Only so many are wanted, the first; 0: all. */
  limit?: number;
};

type Row<T> = { item: T; values: unknown[] };

const runLength = 256;

/**
 * What is given, sorted stably in MongoDB's order; an array sorts by its lowest (ascending) or highest (descending)
 * element. Keys are read once per document.
 */
export function* sortBy<T>(items: readonly T[], order: SortOrder<T>): Work<T[]> {
  const { keys, document, collation, limit = 0 } = order;
  if (keys.length === 0) return [...items];
  const compare = collation ? collated(collation) : compareValues;
  const paths = keys.map(({ path }) => path.split("."));
  const byKeys = (a: Row<T>, b: Row<T>): number => {
    for (const [i, { direction }] of keys.entries()) {
      const difference = compare(a.values[i], b.values[i]);
      if (difference !== 0) return difference * direction;
    }
    return 0;
  };
  const rows = inParts(items, (item): Row<T> => {
    const shown = document(item);
    return { item, values: keys.map((key, i) => sortValue(shown, paths[i] ?? [], key, compare)) };
  });
  const sorted = yield* sortedBy(yield* gathered(rows), byKeys);
  return (limit ? sorted.slice(0, limit) : sorted).map(({ item }) => item);
}

/** Sorted stably, in runs that are then merged: sorting all at once could not be paused. */
export function* sortedBy<T>(items: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += runLength) {
    runs.push(items.slice(at, at + runLength).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Work<T[]> {
  const out: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [a, b] = [left[l], right[r]];
    if (b === undefined || (a !== undefined && compare(a, b) <= 0)) {
      if (a !== undefined) out.push(a);
      l += 1;
    } else {
      out.push(b);
      r += 1;
    }
    if (out.length % runLength === 0) yield;
  }
  return out;
}

type Compare = (a: unknown, b: unknown) => number;

/** Where an empty array sorts. */
const beforeNull = new MinKey();

const sortValue = (document: Doc, path: readonly string[], { direction }: SortKey, compare: Compare): unknown => {
  const found = reach(document, path, 0);
  if (!Array.isArray(found)) return found;
  if (found.length === 0) return beforeNull;
  return found.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best), found[0]);
};

const reach = (value: unknown, path: readonly string[], depth: number): unknown => {
  const name = path[depth];
  if (name === undefined) return value;
  if (!Array.isArray(value) || /^\d+$/.test(name)) return reach(fieldOf(value, name), path, depth + 1);
  return value.flatMap((item) => reach(item, path, depth));
};

const sensitivities = { 1: "base", 2: "accent", 3: "variant" } as const;

export const readCollation = (collation: unknown): Collation | undefined => {
  if (!isDocument(collation)) return undefined;
  if (typeof collation.locale !== "string") throw new StoreError(2, "a collation needs a locale");
  const foreign = ["caseLevel", "caseFirst", "alternate", "backwards"].find(
    (option) => collation[option] && !["off", "non-ignorable"].includes(String(collation[option])),
  );
  if (foreign) throw notBuilt(`a collation with ${foreign}`);
  return { ...collation, locale: collation.locale };
};

/** The collation of a question, else of its collection; none when it is the simple one. */
export const effectiveCollation = (asked: Collation | undefined, held: Doc | undefined): Collation | undefined => {
  const collation = asked ?? readCollation(held?.collation);
  return collation?.locale === "simple" ? undefined : collation;
};

export const collated = (collation: Collation): Compare => {
  const collator = collatorOf(collation);
  return (a, b) => (typeof a === "string" && typeof b === "string" ? collator.compare(a, b) : compareValues(a, b));
};

export const collatorOf = (collation: Collation): Intl.Collator => {
  const strength = collation.strength ?? 3;
  const sensitivity = strength === 1 || strength === 2 || strength === 3 ? sensitivities[strength] : "variant";
  const locale = collation.locale.replaceAll("_", "-");
  return new Intl.Collator(locale, { sensitivity, numeric: collation.numericOrdering === true });
};
