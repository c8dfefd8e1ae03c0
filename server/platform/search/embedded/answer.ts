import type { SearchAnswer, SearchQuery } from "#server/platform/search/port.ts";
import { countAnswers } from "./count.ts";
import { compileFilters } from "./filters.ts";
import { firstOf } from "./first-of.ts";
import { matchText } from "./match-text.ts";
import { orderOf } from "./order.ts";
import { distancesFrom } from "./places.ts";
import type { Table } from "./table.ts";
import { holds } from "./text-columns.ts";

export const answer = (table: Table, query: SearchQuery): SearchAnswer => {
  const { matched, stems, corrected, relaxed } = matchText(table, query);
  const km = query.near === null ? null : distancesFrom(table.places, query.near);
  const filters = compileFilters(table, { query, km });
  const hidden = new Set(query.without.map((id) => table.slotOf.get(id)));
  const { slots, facets, minimumCounts } = countAnswers(table, {
    query,
    among: matched?.slots ?? null,
    filters,
    hidden,
  });

  const last = query.page * query.pageSize;
  const scores = matched?.scores ?? null;
  const shown = firstOf(slots, { count: last, before: orderOf(table, { query, scores, km, slots }) });
  return {
    total: slots.length,
    hits: shown.slice(last - query.pageSize).map((slot) => ({
      id: table.ids[slot] ?? "",
      distanceKm: known(km?.(slot)),
      found: stems.filter((stem) => holds(table.postings.get(stem), slot)),
    })),
    facets,
    minimumCounts,
    corrected,
    relaxed,
  };
};

const known = (km: number | undefined): number | null => (km === undefined || Number.isNaN(km) ? null : km);
