import type { SearchQuery } from "#server/platform/search/port.ts";
import type { Distances } from "./places.ts";
import type { Table } from "./table.ts";

type Found = {
  readonly query: SearchQuery;
  readonly scores: Float64Array | null;
  readonly km: Distances | null;
  readonly slots: readonly number[];
};

/** Whether one slot comes before another: by what was asked, then the newest, then the id, so that pages never overlap. */
export const orderOf = (table: Table, found: Found): ((one: number, other: number) => boolean) => {
  const keys = sortKeys(table, found);
  const dates = table.numbers.get("publishedAt") ?? [];
  return (one, other) => {
    const byKey = keys === null ? 0 : keys(other) - keys(one);
    if (byKey !== 0) return byKey < 0;
    const newest = dates[one] ?? 0;
    const newer = dates[other] ?? 0;
    if (newest !== newer) return newest > newer;
    return (table.ids[one] ?? "") < (table.ids[other] ?? "");
  };
};

type Keys = (slot: number) => number;

/** The larger the earlier; null when the date alone decides. */
const sortKeys = (table: Table, { query, scores, km, slots }: Found): Keys | null => {
  if (query.sort === "distance" && km !== null) return (slot) => nearness(km(slot));
  if (query.sort === "relevance" && scores !== null) return refreshed(table, { scores, slots });
  return null;
};

const nearness = (km: number): number => (Number.isNaN(km) ? -1e9 : -km);

/** At most a tenth more for the newest: enough to part two offers that say the same, too little to hide a better one. */
const refreshed = (table: Table, { scores, slots }: { scores: Float64Array; slots: readonly number[] }): Keys => {
  const dates = table.numbers.get("publishedAt") ?? [];
  let oldest = Number.POSITIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;
  for (const slot of slots) {
    const date = dates[slot] ?? Number.NEGATIVE_INFINITY;
    if (date === Number.NEGATIVE_INFINITY) continue;
    oldest = Math.min(oldest, date);
    newest = Math.max(newest, date);
  }
  const span = newest > oldest ? newest - oldest : 1;
  const freshness = (slot: number): number => Math.max(0, ((dates[slot] ?? Number.NEGATIVE_INFINITY) - oldest) / span);
  return (slot) => (scores[slot] ?? 0) * (1 + 0.1 * freshness(slot));
};
