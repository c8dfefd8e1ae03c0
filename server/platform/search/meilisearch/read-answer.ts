import type { MultiSearchResult } from "meilisearch";
import { z } from "zod";
import { distanceKm } from "#server/platform/search/distance-km.ts";
import type { SearchAnswer } from "#server/platform/search/port.ts";
import { facetOf, stemsOf } from "./documents.ts";
import { type Asked, foundSign, type Requests } from "./requests.ts";

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
      const { id, _geo, _formatted } = Hit.parse(hit);
      const known = query.near !== null && _geo !== undefined;
      const found = foundStems(_formatted, query.text);
      return { id, found, distanceKm: known ? distanceKm(query.near, { lat: _geo.lat, lon: _geo.lng }) : null };
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

/** A query without words « finds » everything and marks nothing. */
const foundStems = (formatted: Readonly<Record<string, unknown>>, text: string): string[] => {
  if (text.trim() === "") return [];
  const words = Object.entries(formatted).flatMap(([name, value]) =>
    name.startsWith(stemsOf("")) && typeof value === "string" ? value.split(" ") : [],
  );
  return [...new Set(words.filter((word) => word.includes(foundSign)).map((word) => word.replaceAll(foundSign, "")))];
};

const Hit = z.object({
  id: z.string(),
  _formatted: z.record(z.string(), z.unknown()).default({}),
  _geo: z
    .object({ lat: z.number(), lng: z.number() })
    .nullish()
    .transform((geo) => geo ?? undefined),
});

const facetCounts = (result: Result | undefined, attribute: string): { value: string; count: number }[] =>
  Object.entries(result?.facetDistribution?.[attribute] ?? {})
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
