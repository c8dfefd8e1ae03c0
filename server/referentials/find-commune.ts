import { site } from "#server/platform/site.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Place } from "#shared/referentials/place.ts";
import { findPlace, placeByCode } from "./places.ts";

/** The commune a person named in full, by its INSEE code or as "Tulle (19000)"; null when none bears the name. */
export const findCommune = (typed: string): Commune | null =>
  communeOf(placeByCode(typed) ?? findPlace(typed, { department: site().territory }));

/** A place as a document embeds it; null for the few communes whose centre is unknown, as no search could measure from them. */
const communeOf = (place: Place | null): Commune | null =>
  place === null || place.lat === null || place.lon === null
    ? null
    : { code: place.code, name: place.name, postcode: place.postcodes[0] ?? "", lat: place.lat, lon: place.lon };
