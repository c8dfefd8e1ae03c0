import { searchOffers } from "#server/offers/search-offers.ts";
import { communeByCode } from "#server/referentials/find-commune.ts";
import { placeByCode } from "#server/referentials/places.ts";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import type { OfferSearch } from "#shared/offers/offer-search.ts";
import { correctWords } from "./correct-words.ts";

/** A search as it will be kept: typos corrected once, the place found, so that each morning's answer is exact. */
export type UnderstoodSearch = {
  readonly query: AlertQuery;
  /** The same, as the address of the results page. */
  readonly search: OfferSearch;
  /** What was typed, when it was corrected. */
  readonly typed: string | null;
  readonly unknownPlace: boolean;
  /** Offers that fit today. */
  readonly total: number;
};

export const understandSearch = async (
  asked: OfferSearch,
  payPerHour: number | null = null,
): Promise<UnderstoodSearch> => {
  const found = await searchOffers({ ...asked, since: null, page: 1, sort: null });
  const words = found.search.q ?? "";
  const corrected = asked.exact ? null : (found.corrected ?? (found.total === 0 ? correctWords(words) : null));
  const search = { ...found.search, q: (corrected ?? words) || null };
  return {
    query: { ...queryOf(search), payPerHour },
    search,
    typed: corrected === null ? null : words,
    unknownPlace: found.unknownPlace,
    total: found.relaxed ? 0 : found.total,
  };
};

const queryOf = (search: OfferSearch): Omit<AlertQuery, "payPerHour"> => {
  const commune = search.commune === null ? null : communeByCode(search.commune);
  return {
    text: search.q ?? "",
    commune,
    radiusKm: commune === null ? null : search.radius,
    contracts: search.contract,
    schedules: search.schedule,
    families: search.family,
    occupations: search.occupation,
    communes: search.communes.map((code) => ({ code, name: placeByCode(code)?.name ?? code })),
    remote: search.remote,
    withoutCar: search.withoutCar,
  };
};
