import { site } from "#server/platform/site.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Place } from "#shared/referentials/place.ts";
import { findLocalPlace } from "./find-local-place.ts";
import { placeByCode } from "./places.ts";

/**
 * The commune a person named, as a document embeds it: by its INSEE code, "Tulle (19000)", or a name as people of the
 * territory say it ("Brive"). Null when none bears the name.
 */
export const findCommune = (typed: string): Commune | null =>
  communeOf(placeByCode(typed) ?? findLocalPlace(typed, site().territory));

/** Null for the few communes whose centre is unknown, as no search could measure from them. */
const communeOf = (place: Place | null): Commune | null =>
  place === null || place.lat === null || place.lon === null
    ? null
    : { code: place.code, name: place.name, postcode: place.postcodes[0] ?? "", lat: place.lat, lon: place.lon };
