import { notBuilt, StoreError } from "./store-error.ts";
import { compareValues, isDocument } from "./value-key.ts";
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

/**
 * Sorts what is given, in place and stably, in MongoDB's order; an array sorts by its lowest (ascending) or highest
 * (descending) element. Keys are read once per document.
 */
export const sortBy = <T>(
  items: T[],
  keys: readonly SortKey[],
  document: (item: T) => Doc,
  collation?: Collation,
): T[] => {
  if (keys.length === 0) return items;
  const compare = collation ? collated(collation) : compareValues;
  const paths = keys.map(({ path }) => path.split("."));
  const rows = items.map((item) => ({
    item,
    values: keys.map((key, i) => sortValue(document(item), paths[i] ?? [], key, compare)),
  }));
  rows.sort((a, b) => {
    for (const [i, { direction }] of keys.entries()) {
      const order = compare(a.values[i], b.values[i]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  rows.forEach(({ item }, i) => {
    items[i] = item;
  });
  return items;
};

type Compare = (a: unknown, b: unknown) => number;

const sortValue = (document: Doc, path: readonly string[], { direction }: SortKey, compare: Compare): unknown => {
  const found = reach(document, path, 0);
  if (!Array.isArray(found)) return found;
  return found.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best), found[0]);
};

const reach = (value: unknown, path: readonly string[], depth: number): unknown => {
  const name = path[depth];
  if (name === undefined) return value;
  if (!Array.isArray(value)) return isDocument(value) ? reach(value[name], path, depth + 1) : undefined;
  if (/^\d+$/.test(name)) return reach(value[Number(name)], path, depth + 1);
  return value.flatMap((item) => reach(item, path, depth));
};

const sensitivities = { 1: "base", 2: "accent", 3: "variant" } as const;

export const readCollation = (collation: unknown): Collation | undefined => {
  if (!isDocument(collation) || collation.locale === "simple") return undefined;
  if (typeof collation.locale !== "string") throw new StoreError(2, "a collation needs a locale");
  return { ...collation, locale: collation.locale };
};

const collated = (collation: Collation): Compare => {
  const strength = collation.strength ?? 3;
  const sensitivity = strength === 1 || strength === 2 || strength === 3 ? sensitivities[strength] : "variant";
  const collator = new Intl.Collator(collation.locale, { sensitivity, numeric: collation.numericOrdering === true });
  return (a, b) => (typeof a === "string" && typeof b === "string" ? collator.compare(a, b) : compareValues(a, b));
};
