import type { MultiSearchResult } from "meilisearch";
import { z } from "zod";
import { distanceKm } from "#server/platform/search/distance-km.ts";
import type { SearchAnswer } from "#server/platform/search/port.ts";
import { facetOf } from "./documents.ts";
import type { Asked, Requests } from "./requests.ts";

type Result = MultiSearchResult<Record<string, unknown>>;
type Counts = Pick<SearchAnswer, "total" | "hits" | "facets" | "minimumCounts">;

/** The results come in the order of the requests: the page, the facets, the thresholds. */
export const readAnswer = ({ definition, query }: Asked, requests: Requests, results: readonly Result[]): Counts => {
  const [page, ...counts] = results;
  const alone = new Map([...requests.facets.keys()].map((facet, place) => [facet, counts[place]]));
  const totals = counts.slice(requests.facets.size).map(({ totalHits }) => totalHits ?? 0);
  const thresholds = requests.thresholds.map(({ number, minimum }, place) => ({
    number,
    minimum,
    count: totals[place] ?? 0,
  }));
  return {
    total: page?.totalHits ?? 0,
    hits: (page?.hits ?? []).map((hit) => {
      const { id, _geo } = Hit.parse(hit);
      const known = query.near !== null && _geo !== undefined;
      return { id, distanceKm: known ? distanceKm(query.near, { lat: _geo.lat, lon: _geo.lng }) : null };
    }),
    facets: Object.fromEntries(
      definition.facets.map((facet) => [facet, facetCounts(alone.get(facet) ?? page, facetOf(facet))]),
    ),
    minimumCounts: Object.fromEntries(
      Object.keys(query.thresholds).map((number) => [
        number,
        thresholds.filter((each) => each.number === number).map(({ minimum, count }) => ({ minimum, count })),
      ]),
    ),
  };
};

const Hit = z.object({
  id: z.string(),
  _geo: z
    .object({ lat: z.number(), lng: z.number() })
    .nullish()
    .transform((geo) => geo ?? undefined),
});

const facetCounts = (result: Result | undefined, attribute: string): { value: string; count: number }[] =>
  Object.entries(result?.facetDistribution?.[attribute] ?? {})
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
