import type { SearchAnswer, SearchQuery } from "#server/platform/search/port.ts";
import { column, type Filter, facetFilter, numberFilter } from "./filters.ts";
import type { Table } from "./table.ts";

type Counted = Pick<SearchAnswer, "facets" | "minimumCounts"> & { readonly slots: number[] };
type Found = { readonly query: SearchQuery; readonly scores: Float64Array | null; readonly filters: readonly Filter[] };

/**
 * One pass over the documents. One that fails a single condition is no answer, but still counts for the facet that
 * condition belongs to: each facet is counted as if it alone were open.
 */
export const countAnswers = (table: Table, { query, scores, filters }: Found): Counted => {
  const slots: number[] = [];
  const facets = facetCounters(table, filters);
  const minimums = minimumCounters(table, { query, filters });
  const counters = [...facets, ...minimums];
  const look = (slot: number): void => {
    const failed = failedFilter(filters, slot);
    if (failed === several) return;
    if (failed === none) slots.push(slot);
    for (const { own, count } of counters) if (failed === none || failed === own) count(slot);
  };
  for (let slot = 0; slot < table.ids.length; slot += 1) if (table.live[slot] && scores?.[slot] !== 0) look(slot);
  return {
    slots,
    facets: Object.fromEntries(facets.map(({ name, counts }) => [name, counts()])),
    minimumCounts: Object.fromEntries(minimums.map(({ name, counts }) => [name, counts()])),
  };
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

type Counter<Line> = {
  readonly name: string;
  /** The position of the condition that this count leaves out. */
  readonly own: number;
  readonly count: (slot: number) => void;
  readonly counts: () => readonly Line[];
};

const facetCounters = (table: Table, filters: readonly Filter[]): Counter<{ value: string; count: number }>[] =>
  [...table.facets].map(([name, { rows, values }]) => {
    const totals = new Uint32Array(values.length);
    return {
      name,
      own: ownFilter(filters, facetFilter(name)),
      count: (slot) => {
        for (const code of rows[slot] ?? []) totals[code] = (totals[code] ?? 0) + 1;
      },
      counts: () =>
        values
          .map((value, code) => ({ value, count: totals[code] ?? 0 }))
          .filter(({ count }) => count > 0)
          .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
    };
  });

const minimumCounters = (
  table: Table,
  { query, filters }: { query: SearchQuery; filters: readonly Filter[] },
): Counter<{ minimum: number; count: number }>[] =>
  Object.entries(query.thresholds).map(([name, thresholds]) => {
    const numbers = column(table.numbers, name);
    const totals = thresholds.map(() => 0);
    return {
      name,
      own: ownFilter(filters, numberFilter(name)),
      count: (slot) => {
        const value = numbers[slot] ?? Number.NEGATIVE_INFINITY;
        thresholds.forEach((minimum, place) => {
          if (value >= minimum) totals[place] = (totals[place] ?? 0) + 1;
        });
      },
      counts: () => thresholds.map((minimum, place) => ({ minimum, count: totals[place] ?? 0 })),
    };
  });

// Never `none` for a field without a condition: that would count it twice.
const ownFilter = (filters: readonly Filter[], name: string): number => {
  const place = filters.findIndex((filter) => filter.name === name);
  return place === -1 ? noFilter : place;
};

const noFilter = -3;
