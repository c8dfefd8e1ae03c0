import { today } from "#server/platform/clock.ts";
import type { SearchQuery } from "#server/platform/search/port.ts";
import { type OfferSearch, offersPerPage } from "#shared/offers/offer-search.ts";
import type { Place } from "#shared/referentials/place.ts";
import { dayNumber } from "./offer-index.ts";

/** The days proposed in « Publiée » : since yesterday, this week, this month. */
export const sinceChoices = [1, 7, 30] as const;

/** A search that was understood, as the engine takes it. What is over is left out, whatever the index still holds. */
export const indexQuery = (search: OfferSearch, place: Place | null): SearchQuery => {
  const day = dayNumber(today());
  const near = nearOf(search, place);
  return {
    text: search.q ?? "",
    exact: search.exact,
    facets: {
      contract: search.contract,
      schedule: search.schedule,
      occupation: search.occupation,
      family: search.family,
      communes: search.communes,
      remote: search.remote,
      withoutCar: search.withoutCar ? ["true"] : [],
    },
    minimum: { lastDay: day, ...(search.since !== null && { publishedDay: day - search.since }) },
    thresholds: { publishedDay: sinceChoices.map((days) => day - days) },
    near,
    sort: sortOf(search, near !== null),
    without: [],
    page: search.page,
    pageSize: offersPerPage,
  };
};

/** Every offer of a commune is at its centre: the commune alone is what is nearer than any other. */
const communeAloneKm = 0.3;

const nearOf = ({ radius }: OfferSearch, place: Place | null): SearchQuery["near"] =>
  place === null || place.lat === null || place.lon === null
    ? null
    : { lat: place.lat, lon: place.lon, km: radius === null ? null : Math.max(radius, communeAloneKm) };

const sortOf = ({ sort, q }: OfferSearch, placed: boolean): SearchQuery["sort"] => {
  if (sort === "distance") return placed ? "distance" : "date";
  return sort ?? (q === null ? "date" : "relevance");
};
