import { contractLabels, remoteLabels, scheduleLabels, sinceLabel } from "#client/offers/offer-words.ts";
import type { SearchAnswer } from "#server/platform/search/port.ts";
import { placeByCode } from "#server/referentials/places.ts";
import {
  type FacetCount,
  type FacetCounts,
  type OfferFacet,
  type OfferSearch,
  offerFacets,
} from "#shared/offers/offer-search.ts";
import { familyByCode } from "#shared/referentials/family.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { shortTitle } from "#shared/referentials/short-title.ts";
import { sinceChoices } from "./search-offers-query.ts";

/** The counts of an answer under names that people read; what was chosen stays, even when it counts nothing. */
export const facetCounts = (answer: SearchAnswer, search: OfferSearch): FacetCounts => ({
  contract: countsOf("contract", answer, search),
  schedule: countsOf("schedule", answer, search),
  occupation: countsOf("occupation", answer, search),
  family: countsOf("family", answer, search),
  communes: countsOf("communes", answer, search),
  remote: countsOf("remote", answer, search),
  since: (answer.minimumCounts["publishedDay"] ?? []).map(({ count }, place) => {
    const days = sinceChoices[place] ?? 1;
    return { value: String(days), label: sinceLabel(days), count };
  }),
  withoutCar: [{ value: "true", label: "Accessible sans voiture", count: countOf(answer, "withoutCar") }],
});

export const noFacetCounts: FacetCounts = {
  ...(Object.fromEntries(offerFacets.map((facet) => [facet, []])) as unknown as Record<OfferFacet, []>), // each facet once
  since: [],
  withoutCar: [],
};

const labels: Record<OfferFacet, (value: string) => string> = {
  contract: (value) => (contractLabels as Record<string, string>)[value] ?? value,
  schedule: (value) => (scheduleLabels as Record<string, string>)[value] ?? value,
  remote: (value) => (remoteLabels as Record<string, string>)[value] ?? value,
  occupation: (value) => {
    const occupation = occupationByCode(value);
    return occupation ? shortTitle(occupation) : value;
  },
  family: (value) => familyByCode(value)?.label ?? value,
  communes: (value) => placeByCode(value)?.name ?? value,
};

export const facetLabel = (facet: OfferFacet, value: string): string => labels[facet](value);

/** Longer lists help nobody; the words and the map of distances narrow better. */
const longest: Partial<Record<OfferFacet, number>> = { occupation: 12, communes: 15 };

const countsOf = (facet: OfferFacet, { facets }: SearchAnswer, search: OfferSearch): readonly FacetCount[] => {
  const chosen: readonly string[] = search[facet];
  const counted = facets[facet] ?? [];
  const shown = counted.filter(
    ({ value, count }, rank) => chosen.includes(value) || (count > 0 && rank < (longest[facet] ?? counted.length)),
  );
  const uncounted = chosen.filter((value) => !counted.some((one) => one.value === value));
  return [...shown, ...uncounted.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    label: facetLabel(facet, value),
    count,
  }));
};

const countOf = ({ facets }: SearchAnswer, facet: string): number =>
  facets[facet]?.find(({ value }) => value === "true")?.count ?? 0;
