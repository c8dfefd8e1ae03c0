import { site } from "#server/platform/site.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Place } from "#shared/referentials/place.ts";
import { findLocalPlace } from "./find-local-place.ts";
import { placeByCode } from "./places.ts";

/**
 * The commune a person named, as a document embeds it: "Tulle (19000)", a postcode, a name as people of the territory
 * say it ("Brive"), or an INSEE code that is nobody's postcode: typed, 19100 is Brive, not Lagraulière. Null when none
 * bears the name.
 */
export const findCommune = (typed: string): Commune | null =>
  communeOf(findLocalPlace(typed, site().territory) ?? placeByCode(typed));

/** The same for a machine, which gives an INSEE code. */
export const communeByCode = (code: string): Commune | null => communeOf(placeByCode(code));

/** Null for the few communes whose centre is unknown, as no search could measure from them. */
const communeOf = (place: Place | null | undefined): Commune | null =>
  !place || place.lat === null || place.lon === null
    ? null
    : { code: place.code, name: place.name, postcode: place.postcodes[0] ?? "", lat: place.lat, lon: place.lon };
