import type { SearchAnswer, SearchQuery } from "#server/platform/search/port.ts";
import { type FacetColumn, tallyCodes } from "./facet-column.ts";
import { column, type Filter, facetFilter, numberFilter } from "./filters.ts";
import type { Table } from "./table.ts";

type Counted = Pick<SearchAnswer, "facets" | "minimumCounts"> & { readonly slots: number[] };
type Found = {
  readonly query: SearchQuery;
  /** The slots that have the words; null when every one is looked at. */
  readonly among: readonly number[] | null;
  readonly filters: readonly Filter[];
  readonly hidden: ReadonlySet<number | undefined>;
};

/**
 * One pass over what has the words sorts it by the conditions it fails: none, or one alone. What fails one alone is no
 * answer, but still counts for the facet of that condition: each facet is counted as if it alone were open.
 */
export const countAnswers = (table: Table, { query, ...found }: Found): Counted => {
  const { slots, failing } = partition(table, found);
  const { filters } = found;
  const without = (name: string): readonly number[] => failing[filters.findIndex((one) => one.name === name)] ?? [];
  return {
    slots,
    facets: Object.fromEntries(
      [...table.facets].map(([name, facet]) => [name, facetCounts(facet, [slots, without(facetFilter(name))])]),
    ),
    minimumCounts: Object.fromEntries(
      Object.entries(query.thresholds).map(([name, thresholds]) => [
        name,
        minimumCounts(column(table.numbers, name), { thresholds, counted: [slots, without(numberFilter(name))] }),
      ]),
    ),
  };
};

type Parts = {
  /** What satisfies every condition. */
  readonly slots: number[];
  /** By condition, what fails it and no other. */
  readonly failing: readonly number[][];
};

const partition = (table: Table, { among, filters, hidden }: Omit<Found, "query">): Parts => {
  const slots: number[] = [];
  const failing = filters.map((): number[] => []);
  const slotAt = among === null ? (place: number) => place : (place: number) => among[place] ?? 0;
  const looked = (among ?? table.ids).length; // an iterator over either would cost more than the rest
  for (let place = 0; place < looked; place += 1) {
    const slot = slotAt(place);
    if (!table.live[slot]) continue;
    const failed = failedFilter(filters, slot);
    if (failed === several || hidden.has(slot)) continue;
    if (failed === none) slots.push(slot);
    else failing[failed]?.push(slot);
  }
  return { slots, failing };
};

const none = -1;
const several = -2;

/** The position of the only condition that the document fails, or `none`, or `several`. */
const failedFilter = (filters: readonly Filter[], slot: number): number => {
  let failed = none;
  for (let place = 0; place < filters.length; place += 1) {
    if (filters[place]?.accepts(slot)) continue;
    if (failed !== none) return several;
    failed = place;
  }
  return failed;
};

type FacetLine = { readonly value: string; readonly count: number };

const facetCounts = (column: FacetColumn, counted: readonly (readonly number[])[]): FacetLine[] => {
  const totals = new Uint32Array(column.values.length);
  for (const slots of counted) tallyCodes(column, slots, totals);
  return column.values
    .map((value, code) => ({ value, count: totals[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
};

const minimumCounts = (
  numbers: readonly number[],
  { thresholds, counted }: { thresholds: readonly number[]; counted: readonly (readonly number[])[] },
): { minimum: number; count: number }[] =>
  thresholds.map((minimum) => {
    let count = 0;
    for (const slots of counted)
      for (const slot of slots) if ((numbers[slot] ?? Number.NEGATIVE_INFINITY) >= minimum) count += 1;
    return { minimum, count };
  });
