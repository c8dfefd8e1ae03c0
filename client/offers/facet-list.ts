import type { Facet } from "#client/design/facets.tsx";
import {
  type FacetCount,
  isNarrowed,
  type OfferFacet,
  type OfferResults,
  type OfferSearch,
  offerFacets,
  searchAddress,
  withoutFacets,
} from "#shared/offers/offer-search.ts";
import { sinceLabel } from "./offer-words.ts";

/** What narrows a search, as the page offers it: what most people ask first is open, what would leave nothing is not there. */
export const facetList = ({ facets, search }: OfferResults): Facet[] =>
  [
    facet("contract", { title: "Contrat", counts: facets.contract, chosen: search.contract }),
    facet("withoutCar", {
      title: "Se rendre au travail",
      counts: facets.withoutCar,
      chosen: search.withoutCar ? ["true"] : [],
    }),
    facet("schedule", { title: "Horaires", counts: facets.schedule, chosen: search.schedule }),
    {
      ...facet("since", {
        title: "Publiée",
        counts: facets.since,
        chosen: search.since === null ? [] : [String(search.since)],
      }),
      single: true,
    },
    { ...facet("family", { title: "Domaine", counts: facets.family, chosen: search.family }), open: false },
    { ...facet("occupation", { title: "Métier", counts: facets.occupation, chosen: search.occupation }), open: false },
    { ...facet("communes", { title: "Commune", counts: facets.communes, chosen: search.communes }), open: false },
    {
      ...facet("remote", { title: "Sur place, à distance", counts: facets.remote, chosen: search.remote }),
      open: false,
    },
  ].filter(({ choices }) => choices.some(({ chosen, count }) => chosen || count !== 0));

type Choices = { title: string; counts: readonly FacetCount[]; chosen: readonly string[] };

const facet = (name: string, { title, counts, chosen }: Choices): Facet => ({
  name,
  title,
  choices: counts.map((each) => ({ ...each, chosen: chosen.includes(each.value) })),
});

export type ChosenFacet = { readonly label: string; readonly without: string };

/** What was chosen, the place included, each with the search without it. */
export const chosenFacets = ({ search, facets, place }: OfferResults): ChosenFacet[] => {
  const first = { ...search, page: 1 };
  const chip = (label: string, changes: Partial<OfferSearch>): ChosenFacet => ({
    label,
    without: searchAddress({ ...first, ...changes }),
  });
  return [
    ...(place ? [chip(sayAround(place.name, search.radius), { commune: null, radius: null })] : []),
    ...(search.exact && search.q ? [chip("Mots exacts", { exact: false })] : []),
    ...offerFacets.flatMap((name) =>
      search[name].map((value) => chip(labelOf(facets[name], value), without(search, name, value))),
    ),
    ...(search.withoutCar ? [chip("Accessible sans voiture", { withoutCar: false })] : []),
    ...(search.since === null ? [] : [chip(`Publiée ${sinceLabel(search.since).toLowerCase()}`, { since: null })]),
  ];
};

/** Where "clear all" leads: the words alone. */
export const cleared = (search: OfferSearch): string =>
  searchAddress({ ...withoutFacets(search), commune: null, radius: null, exact: false });

export const isAsked = (search: OfferSearch): boolean =>
  search.q !== null || search.commune !== null || isNarrowed(search);

const sayAround = (place: string, radius: number | null): string =>
  radius === 0 ? `${place} seulement` : `${place}${radius === null ? "" : `, ${radius} km`}`;

const labelOf = (counts: readonly FacetCount[], value: string): string =>
  counts.find((one) => one.value === value)?.label ?? value;

const without = (search: OfferSearch, facet: OfferFacet, value: string): Partial<OfferSearch> => ({
  [facet]: search[facet].filter((one) => one !== value),
});
