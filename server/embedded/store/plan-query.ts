import type { Collection } from "./collection.ts";
import type { CollectionIndex, IndexField } from "./collection-index.ts";
import { compileFilter } from "./match-document.ts";
import { numberOf } from "./numbers.ts";
import type { KeyRange } from "./ordered-entries.ts";
import { afterAll, type Bound, boundsOf } from "./query-bounds.ts";
import type { SortKey } from "./sort-documents.ts";
import { StoreError } from "./store-error.ts";
import type { Stored } from "./stored-document.ts";
import { isDocument, keyOf, reversed, sameValue } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** How to reach the documents of a filter: through an index, or by walking the collection. */
export type Plan = {
  index?: CollectionIndex;
  /** In the order asked for: no sort needed. */
  sorted: boolean;
  candidates: () => Iterable<Stored>;
};

export type Question = { filter: Doc; sort?: readonly SortKey[]; need?: number | undefined; hint?: unknown };

export const planQuery = (collection: Collection, question: Question): Plan => {
  const natural = naturalOrder(question);
  if (natural === 1) return asStored(collection);
  if (natural) return { sorted: true, candidates: () => [...collection.records.values()].reverse() };
  const bounds = boundsOf(question.filter);
  const hinted = hintedIndexes(collection, question.hint);
  const options: Option[] = [];
  for (const index of hinted) {
    options.push(...tryIndex(collection, index, { bounds, question }));
    if (options.some(({ cost }) => cost <= fewEnough)) break; // `_id` comes first: to look further costs more
  }
  const best = options.sort((a, b) => a.cost - b.cost)[0];
  const walkCost = collection.records.size * (question.sort?.length ? 2 : 1);
  if (best && (question.hint !== undefined || best.cost <= walkCost)) return best.plan;
  return uniteBranches(collection, question.filter) ?? { ...asStored(collection), sorted: false };
};

const fewEnough = 50;

const asStored = ({ records }: Collection): Plan => ({ sorted: true, candidates: () => records.values() });

/** `$natural`, as a sort or as a hint: the order in which documents were stored. */
const naturalOrder = ({ sort = [], hint }: Question): number | undefined => {
  const sorted = sort.find(({ path }) => path === "$natural");
  if (sorted && sort.length > 1) throw new StoreError(2, "Cannot include '$natural' in compound sort");
  if (sorted || sort.length > 0) return sorted?.direction;
  return isDocument(hint) ? numberOf(hint.$natural) : undefined;
};

type Option = { plan: Plan; cost: number };

type Asked = { bounds: Map<string, Bound>; question: Question };

const tryIndex = (collection: Collection, index: CollectionIndex, { bounds, question }: Asked): Option[] => {
  if (!covers(index, bounds)) return [];
  const { ranges, fixed } = rangesOf(index, bounds);
  const order = question.sort?.length && ranges.length === 1 ? orderOf(index, question.sort, fixed) : undefined;
  const everything = ranges.length === 1 && ranges[0]?.from === "";
  if (everything && !order && question.hint === undefined) return [];
  const { size } = collection.records;
  const count = everything ? size : Math.min(size, countIn(index, ranges));
  const toSort = question.sort?.length && !order;
  // With the order for free, a page is found after a few times its length: the filter may drop some on the way.
  const cost = order && question.need ? Math.min(count, question.need * 10) : count * (toSort ? 2 : 1);
  const walk = { ranges, reverse: order === "reverse" };
  return [
    { plan: { index, sorted: order !== undefined, candidates: () => walkRanges(collection, index, walk) }, cost },
  ];
};

/** A whole key of a unique index is there once, or not at all: to look would cost as much as to read it. */
const countIn = ({ spec, entries }: CollectionIndex, ranges: readonly KeyRange[]): number =>
  spec.unique && ranges.every(({ through }) => through)
    ? ranges.length
    : ranges.reduce((sum, range) => sum + entries.countWithin(range), 0);

type Walk = { ranges: readonly KeyRange[]; reverse: boolean };

/** Several stretches, or elements of one array, may lead to one document. */
const walkRanges = ({ records }: Collection, index: CollectionIndex, walk: Walk): Iterable<Stored> => {
  const found = storedIn(records, index, walk);
  return walk.ranges.length > 1 || index.isMultikey() ? eachOnce(found) : found;
};

function* storedIn(records: Collection["records"], { entries }: CollectionIndex, walk: Walk): Generator<Stored> {
  for (const range of walk.ranges)
    for (const rank of entries.within(range, walk.reverse)) {
      const stored = records.get(rank);
      if (stored) yield stored;
    }
}

function* eachOnce(found: Iterable<Stored>): Generator<Stored> {
  const seen = new Set<number>();
  for (const stored of found) {
    if (seen.has(stored.rank)) continue;
    seen.add(stored.rank);
    yield stored;
  }
}

const maxRanges = 20_000;

/** The stretches of the index to read: every combination of the leading fields' values, then one range. */
export const rangesOf = (index: CollectionIndex, bounds: Map<string, Bound>): { ranges: KeyRange[]; fixed: number } => {
  let heads = [""];
  let fixed = 0;
  const used: IndexField[] = [];
  for (const field of index.fields) {
    // One element may have the one value and another element the other: no entry then holds both.
    if (index.joinsFields() && used.some(({ parts }) => parts[0] === field.parts[0]))
      return { ranges: heads.map((head) => ({ from: head, to: head + afterAll })), fixed };
    used.push(field);
    const keys = pointsOf(field, bounds);
    if (!keys || keys.length * heads.length > maxRanges)
      return { ranges: openEnds(index, field, heads, bounds), fixed };
    heads = heads.flatMap((head) => keys.map((key) => head + key));
    if (heads.length === 1) fixed += 1;
  }
  return { ranges: heads.map((head) => ({ from: head, to: head, through: true })), fixed };
};

const pointsOf = ({ path, descending }: IndexField, bounds: Map<string, Bound>): string[] | undefined =>
  bounds.get(path)?.points?.keys.map((key) => (descending ? reversed(key) : key));

const openEnds = (
  index: CollectionIndex,
  field: IndexField,
  heads: string[],
  bounds: Map<string, Bound>,
): KeyRange[] => {
  const bound = bounds.get(field.path);
  const range = bound && sides(bound, index.isMultikey());
  if (!range) return heads.map((head) => ({ from: head, to: head + afterAll }));
  const [from, to] = field.descending ? [turned(range.to), turned(range.from)] : [range.from, range.to];
  return heads.map((head) => ({ from: head + from, to: head + to }));
};

/** A bound seen from the other side: what ended before a value now begins after it, and the reverse. */
const turned = (bound: string): string =>
  bound.endsWith(afterAll) ? reversed(bound.slice(0, -afterAll.length)) : reversed(bound) + afterAll;

/** With arrays, one element may satisfy one side and another element the other: only one side narrows. */
const sides = ({ from, to }: Bound, multikey: boolean): KeyRange | undefined => {
  if (from === undefined || to === undefined) return undefined;
  const both = from.length > 1 && to.length > 1;
  return multikey && both ? { from, to: afterAll } : { from, to };
};

const orderOf = (
  index: CollectionIndex,
  sort: readonly SortKey[],
  fixed: number,
): "forward" | "reverse" | undefined => {
  if (index.isMultikey()) return undefined;
  const settled = new Set(index.fields.slice(0, fixed).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !settled.has(path));
  const rest = index.fields.slice(fixed);
  const turns = wanted.map(({ path, direction }, i) => {
    const field = rest[i];
    return field?.path === path ? (field.descending ? -1 : 1) * direction : 0;
  });
  if (turns.every((turn) => turn === 1)) return "forward";
  return turns.every((turn) => turn === -1) ? "reverse" : undefined;
};

/** Whether every document the filter may match is in the index: a sparse or partial one leaves some out. */
const covers = ({ spec, fields }: CollectionIndex, bounds: Map<string, Bound>): boolean => {
  if (spec.sparse && !fields.some(({ path }) => excludesMissing(bounds.get(path)))) return false;
  const partial = spec.partialFilterExpression;
  return partial === undefined || [...boundsOf(partial)].every(([path, wanted]) => implies(bounds.get(path), wanted));
};

const missingKey = keyOf(null);

const excludesMissing = (bound: Bound | undefined): boolean =>
  bound !== undefined && ((bound.points && !bound.points.keys.includes(missingKey)) || bound.from !== undefined);

const implies = (bound: Bound | undefined, wanted: Bound): boolean =>
  wanted.operators.every(([operator, operand]) => {
    if (operator === "$exists" && operand && excludesMissing(bound)) return true;
    if (bound?.operators.some(([other, value]) => other === operator && sameValue(value, operand))) return true;
    const holds = compileFilter({ v: { [operator]: operand } });
    return bound?.points?.values.every((value) => holds({ v: value })) ?? false;
  });

const hintedIndexes = (collection: Collection, hint: unknown): readonly CollectionIndex[] => {
  const serving = collection.indexes.filter(({ special }) => !special);
  if (hint === undefined) return serving;
  if (isDocument(hint) && "$natural" in hint) return [];
  const found = collection.indexes.filter(({ spec }) => spec.name === hint || sameValue(spec.key, hint));
  if (found.length === 0) throw new StoreError(2, "hint provided does not correspond to an existing index");
  return found.filter(({ special }) => !special);
};

/** An `$or` whose every branch has an index reads these, and no document twice. */
const uniteBranches = (collection: Collection, { $or: branches, ...rest }: Doc): Plan | undefined => {
  if (!Array.isArray(branches)) return undefined;
  const plans = branches.map((branch: Doc) => planQuery(collection, { filter: { $and: [rest, branch] } }));
  const [first] = plans;
  if (!first?.index || plans.some((plan) => !plan.index)) return undefined;
  return { index: first.index, sorted: false, candidates: () => eachOnce(eachOf(plans)) };
};

function* eachOf(plans: readonly Plan[]): Generator<Stored> {
  for (const plan of plans) yield* plan.candidates();
}
