import { kilometresBetween } from "#shared/referentials/place.ts";
import { withinReach } from "#shared/referentials/travel.ts";
import type { CompiledSearch } from "./compile-search.ts";
import type { DayOffer } from "./day-offer.ts";
import { reachOf } from "./search-form.ts";

/** Whether an offer is what a search asks for: the definition that the index must equal. */
export const fitsSearch = (search: CompiledSearch, offer: DayOffer): boolean =>
  asks(search.contracts, offer.contract) &&
  asks(search.families, offer.family) &&
  asks(search.occupations, offer.occupation) &&
  asks(search.communes, offer.commune) &&
  asks(search.remote, offer.remote) &&
  (search.schedules.length === 0 || search.schedules.some((schedule) => offer.schedules.includes(schedule))) &&
  (!search.withoutCar || offer.withoutCar) &&
  offer.payPerHour >= (search.payPerHour ?? 0) &&
  isNear(search, offer) &&
  saysWords(search, offer);

const asks = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value);

/** As the crow flies, an offer done from home included: the radius is what was asked for. */
const isNear = ({ near }: CompiledSearch, offer: DayOffer): boolean =>
  near === null || withinReach(kilometresBetween(near, offer), { radiusKm: reachOf(near.km) });

/** A trade must be the offer's own, or in its title; other words may stand anywhere in it. */
const saysWords = ({ stems, terms, trades }: CompiledSearch, offer: DayOffer): boolean => {
  if (!terms.every((term) => offer.stems.includes(term))) return false;
  if (trades.length > 0)
    return trades.includes(offer.occupation) || stems.every((stem) => offer.titleStems.includes(stem));
  return stems.every((stem) => offer.stems.includes(stem));
};
