import type { MultiSearchQuery } from "meilisearch";
import type { IndexDefinition, SearchQuery } from "#server/platform/search/port.ts";
import { facetOf, numberOf, stemsOf, writtenOf } from "./documents.ts";
import { atLeast, type Conditions, conditionsOf, without } from "./filters.ts";

export type Asked = { readonly definition: IndexDefinition; readonly uid: string; readonly query: SearchQuery };
export type Words = { readonly q: string; readonly matchingStrategy: "all" | "frequency" };

/** What one answer needs, sent as a single multi-search: the page, then each count that ignores a condition. */
export type Requests = {
  readonly page: MultiSearchQuery;
  readonly facets: ReadonlyMap<string, MultiSearchQuery>;
  readonly thresholds: readonly (Threshold & { readonly request: MultiSearchQuery })[];
};

type Threshold = { readonly number: string; readonly minimum: number };

/** Around what matched, inside a word where only its beginning did: no text has it. */
export const foundSign = "\u0002";

export const requestsOf = ({ definition, uid, query }: Asked, words: Words): Requests => {
  const conditions = conditionsOf(definition, query);
  const counted = { indexUid: uid, ...words };
  return {
    page: {
      ...counted,
      filter: without(conditions, ""),
      facets: definition.facets.map(facetOf),
      attributesToRetrieve: [
        "id",
        "_geo",
        ...definition.text.flatMap(({ field, fuzzy }) => (fuzzy ? [writtenOf(field)] : [])),
      ],
      attributesToHighlight: definition.text.map(({ field }) => stemsOf(field)),
      highlightPreTag: foundSign,
      highlightPostTag: foundSign,
      page: query.page,
      hitsPerPage: query.pageSize,
      ...sortOf(definition, query),
    },
    facets: new Map(
      definition.facets
        .filter((facet) => conditions.has(facetOf(facet)))
        .map((facet) => [
          facet,
          { ...counted, limit: 0, facets: [facetOf(facet)], filter: without(conditions, facetOf(facet)) },
        ]),
    ),
    thresholds: thresholdsOf(query).map((threshold) => ({
      ...threshold,
      request: countRequest(counted, thresholdFilter(definition, { conditions, threshold })),
    })),
  };
};

/** How many documents satisfy the filter: `hitsPerPage: 0` counts exactly, where `limit: 0` estimates. */
export const countRequest = (asked: { indexUid: string } & Words, filter: string[]): MultiSearchQuery => ({
  ...asked,
  filter,
  page: 1,
  hitsPerPage: 0,
});

const thresholdsOf = (query: SearchQuery): Threshold[] =>
  Object.entries(query.thresholds).flatMap(([number, minimums]) => minimums.map((minimum) => ({ number, minimum })));

const thresholdFilter = (
  definition: IndexDefinition,
  { conditions, threshold }: { conditions: Conditions; threshold: Threshold },
): string[] => [...without(conditions, numberOf(threshold.number)), atLeast(definition, threshold)];

// Without a sort the ranking rules decide: relevance, then the newest.
const sortOf = (definition: IndexDefinition, { sort, near }: SearchQuery): { sort?: string[] } => {
  const byDate = definition.numbers.includes("publishedAt") ? [`${numberOf("publishedAt")}:desc`] : [];
  if (sort === "distance" && near !== null) return { sort: [`_geoPoint(${near.lat}, ${near.lon}):asc`, ...byDate] };
  return sort === "relevance" || byDate.length === 0 ? {} : { sort: byDate };
};
