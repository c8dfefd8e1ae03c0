import type { Collection } from "./collection.ts";
import type { Scope } from "./expressions.ts";
import { computes, fieldsOfFilter } from "./filter-fields.ts";
import { byDistance, type Near, readNear, refuseWithoutGeoIndex } from "./geo-near.ts";
import { compileFilter, type Predicate } from "./match-document.ts";
import { partSize, type Work } from "./pauses.ts";
import { type Plan, planQuery } from "./plan-query.ts";
import { type Collation, collatorOf, effectiveCollation, type SortKey, sortBy } from "./sort-documents.ts";
import { notBuilt } from "./store-error.ts";
import { readerOf, type Stored } from "./stored-document.ts";
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
export function* findDocuments(collection: Collection | undefined, given: Search): Work<Stored[]> {
  const collation = effectiveCollation(given.collation, collection?.entry.options);
  const search = { ...given, collation };
  const { skip = 0, limit = 0, sort = [] } = search;
  const { near, rest: filter } = readNear(search.filter);
  const matches = compileFilter(filter, { ...search.scope, ...collatorFor(filter, collation) });
  if (!collection) return [];
  if (near) refuseWithoutGeoIndex(collection, near);
  const plan = planFor(collection, { ...search, filter });
  const inOrder = !near && (plan.sorted || sort.length === 0);
  const enough = limit ? skip + limit : Number.POSITIVE_INFINITY;
  const found = yield* gather(plan.candidates(), testOf(filter, matches), inOrder ? enough : undefined);
  const ordered = inOrder ? found : yield* sorted(near ? yield* nearestFirst(found, near) : found, search);
  return skip || limit ? ordered.slice(skip, enough) : ordered;
}

const collatorFor = (filter: Doc, collation: Collation | undefined): { collator?: Intl.Collator } =>
  collation && comparesText(filter) ? { collator: collatorOf(collation) } : {};

function* nearestFirst(found: Stored[], near: Near): Work<Stored[]> {
  return (yield* byDistance(found, near)).map(({ stored }) => stored);
}

const sorted = (found: Stored[], { sort: keys = [], skip = 0, limit = 0, collation }: Search): Work<Stored[]> => {
  const document = readerOf(keys.map(({ path }) => path.split(".")[0] ?? ""));
  return sortBy(found, { keys, document, collation, limit: limit && skip + limit });
};

const testOf = (filter: Doc, matches: Predicate): ((stored: Stored) => boolean) => {
  const { names, exact } = fieldsOfFilter(filter);
  if (names?.size === 0) return () => true;
  if (exact && computes(filter)) throw notBuilt("$type beside $expr");
  const read = readerOf(names, exact);
  return (stored) => matches(read(stored));
};

/** Under a collation MongoDB compares text by its rules too; regular expressions stay as they are. */
const comparesText = (part: unknown): boolean => {
  if (typeof part === "string") return true;
  if (Array.isArray(part)) return part.some(comparesText);
  return isDocument(part) && Object.values(part).some(comparesText);
};

/** Those that pass a test, until there are enough. */
export function* gather(
  candidates: Iterable<Stored>,
  test: (stored: Stored) => boolean = () => true,
  enough: number = Number.POSITIVE_INFINITY,
): Work<Stored[]> {
  const found: Stored[] = [];
  let walked = 0;
  for (const stored of candidates) {
    if (test(stored)) found.push(stored);
    if (found.length >= enough) break;
    walked += 1;
    if (walked % partSize === 0) yield;
  }
  return found;
}

export const planFor = (
  collection: Collection,
  { filter, skip = 0, limit = 0, sort = [], hint, collation }: Search,
): Plan =>
  // An index is in the plain order of strings: under a collation only the walk and an own sort are right.
  planQuery(collection, {
    filter: collation && comparesText(filter) ? {} : filter,
    ...(collation && sort[0]?.path !== "$natural" ? {} : { sort }),
    ...(limit ? { need: skip + limit } : {}),
    ...(hint === undefined ? {} : { hint }),
  });
