import { z } from "zod";
import { choice, flag, listOf, optionalChoice, optionalText, optionalWholeNumber, text } from "#shared/kernel/input.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { familyCodes } from "#shared/referentials/family.ts";
import { contractTypes, remoteShares, schedules } from "./offer-words.ts";
import type { PublicOffer } from "./public-offer.ts";

export const offerSorts = ["relevance", "date", "distance"] as const;
export type OfferSort = (typeof offerSorts)[number];

export const offersPerPage = 20;

/** Kilometres around a commune when nobody said how many. */
export const usualRadiusKm = 20;

const code = () => text({ max: 10 });

/** A search, as the address of the page and of the API write it. What is absent asks for nothing. */
export const OfferSearch = z.object({
  /** Words; a commune and a radius may be among them: "aide-soignant Tulle 20 km". */
  q: optionalText({ max: 200 }),
  /** The name of a commune as a person types it. */
  ou: optionalText({ max: 100 }),
  /** INSEE code of the commune to search around. */
  commune: optionalText({ max: 10 }),
  /** Kilometres; 0 is the commune alone. 20 when only the commune is given. */
  radius: optionalWholeNumber({ min: 0, max: 200 }),
  contract: listOf(choice(contractTypes), { max: contractTypes.length }),
  schedule: listOf(choice(schedules), { max: schedules.length }),
  family: listOf(choice(familyCodes), { max: familyCodes.length }),
  /** ROME codes. */
  occupation: listOf(code(), { max: 20 }),
  /** INSEE codes: only in these communes. */
  communes: listOf(code(), { max: 40 }),
  remote: listOf(choice(remoteShares), { max: remoteShares.length }),
  /** Published at most this many days ago; 1 is since yesterday. */
  since: optionalWholeNumber({ min: 1, max: 365 }),
  withoutCar: flag(),
  sort: optionalChoice(offerSorts),
  page: PageNumber,
  /** The words as they are written: neither corrected nor completed, and no commune read in them. */
  exact: flag(),
});
export type OfferSearch = z.output<typeof OfferSearch>;

export const everyOffer: OfferSearch = OfferSearch.parse({ page: 1 });

/** The lists one may narrow a search by, in the order they are shown. */
export const offerFacets = ["contract", "schedule", "occupation", "family", "communes", "remote"] as const;
export type OfferFacet = (typeof offerFacets)[number];

/** The same search without what narrows it: words and place stay. */
export const withoutFacets = (search: OfferSearch): OfferSearch => ({
  ...everyOffer,
  q: search.q,
  ou: search.ou,
  commune: search.commune,
  radius: search.radius,
  exact: search.exact,
});

export const isNarrowed = (search: OfferSearch): boolean =>
  search.since !== null || search.withoutCar || offerFacets.some((facet) => search[facet].length > 0);

/** "?q=aide-soignant&commune=19272&radius=20", the same for the same search; empty when it asks for nothing. */
export const searchParameters = (search: OfferSearch): string => {
  const asked = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((one) => one !== null && one !== false && !(name === "page" && one === 1))
        .map((one) => [name, String(one)]),
    ),
  );
  return asked.size === 0 ? "" : `?${asked}`;
};

export const searchAddress = (search: OfferSearch): string => `/offres${searchParameters(search)}`;

export type FacetCount = { readonly value: string; readonly label: string; readonly count: number };

export type FacetCounts = Readonly<Record<OfferFacet | "since" | "withoutCar", readonly FacetCount[]>>;

export type FoundOffer = { readonly offer: PublicOffer; readonly distanceKm: number | null };

export type SearchedPlace = { readonly code: string; readonly name: string; readonly postcode: string };

/** Another search that would find something, and how much. */
export type Proposal = {
  readonly kind: "wider" | "unfiltered" | "occupation";
  /** The occupation's title, for that kind. */
  readonly label: string | null;
  readonly search: OfferSearch;
  readonly count: number;
};

export type OfferResults = {
  /** What was understood: words apart from the place, the place as a commune. */
  readonly search: OfferSearch;
  readonly place: SearchedPlace | null;
  /** A place was asked for that does not exist. */
  readonly unknownPlace: boolean;
  readonly total: number;
  readonly offers: readonly FoundOffer[];
  readonly facets: FacetCounts;
  /** Stems of the words found on this page, to be marked in what is shown. */
  readonly found: readonly string[];
  /** The words as corrected; null when they were taken as they are. */
  readonly corrected: string | null;
  /** No offer had all the words: these have some of them. */
  readonly relaxed: boolean;
  /** The index is away: the newest offers, neither words nor distance were looked at. */
  readonly simplified: boolean;
  /** When nothing was found. */
  readonly proposals: readonly Proposal[];
};
