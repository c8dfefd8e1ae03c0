import { placeIndex } from "#server/referentials/place-index.ts";
import { distanceKm } from "#server/referentials/places.ts";
import type { Place } from "#shared/referentials/place.ts";

/** The INSEE codes of the communes within a radius, the centre's own included. */
export const placesWithin = (centre: Place, radiusKm: number): readonly string[] =>
  placeIndex()
    .places.filter(
      (place) => place.code === centre.code || (distanceKm(centre, place) ?? Number.POSITIVE_INFINITY) <= radiusKm,
    )
    .map(({ code }) => code);
