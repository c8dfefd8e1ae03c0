import type { Collection } from "./collection.ts";
import type { Stored } from "./collection-index.ts";
import type { Scope } from "./expressions.ts";
import { compileFilter, type Predicate } from "./match-document.ts";
import { type Plan, planQuery } from "./plan-query.ts";
import { type Collation, type SortKey, sortBy } from "./sort-documents.ts";
import { notBuilt } from "./store-error.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type Search = {
  filter: Doc;
  sort?: readonly SortKey[];
  skip?: number;
  /** 0: all. */
  limit?: number;
  hint?: unknown;
  collation?: Collation | undefined;
  scope?: Scope;
};

/** The documents a filter matches, in the order asked for. */
export const findDocuments = (collection: Collection | undefined, search: Search): Stored[] => {
  const { filter, skip = 0, limit = 0, sort = [], collation } = search;
  if (collation && comparesText(filter)) throw notBuilt("a filter on text under a collation");
  const matches = compileFilter(filter, search.scope);
  if (!collection) return [];
  const plan = planFor(collection, search);
  const inOrder = plan.sorted || sort.length === 0;
  const found = gather(plan.candidates(), matches, inOrder && limit ? skip + limit : Number.POSITIVE_INFINITY);
  if (!inOrder) sortBy(found, sort, ({ document }) => document, collation);
  return skip || limit ? found.slice(skip, limit ? skip + limit : undefined) : found;
};

/** Under a collation MongoDB compares text by its rules too; regular expressions stay as they are. */
const comparesText = (part: unknown): boolean => {
  if (typeof part === "string") return true;
  if (Array.isArray(part)) return part.some(comparesText);
  return isDocument(part) && Object.values(part).some(comparesText);
};

const gather = (candidates: Iterable<Stored>, matches: Predicate, enough: number): Stored[] => {
  const found: Stored[] = [];
  for (const stored of candidates) {
    if (matches(stored.document)) found.push(stored);
    if (found.length >= enough) break;
  }
  return found;
};

export const planFor = (
  collection: Collection,
  { filter, skip = 0, limit = 0, sort = [], hint, collation }: Search,
): Plan =>
  // An index is in the plain order of strings: under a collation only the walk and an own sort are right.
  planQuery(collection, {
    filter,
    ...(collation ? {} : { sort }),
    ...(limit ? { need: skip + limit } : {}),
    ...(hint === undefined ? {} : { hint }),
  });
