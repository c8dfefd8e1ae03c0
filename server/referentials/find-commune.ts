import { site } from "#server/platform/site.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Place } from "#shared/referentials/place.ts";
import { placeKey } from "./place-index.ts";
import { completePlaces, findPlace, placeByCode } from "./places.ts";

/**
 * The commune a person named: its INSEE code, "Tulle (19000)", or the first words of a name of the territory
 * ("Brive" for Brive-la-Gaillarde). Null when none bears the name.
 */
export const findCommune = (typed: string): Commune | null => {
  const department = site().territory;
  return communeOf(placeByCode(typed) ?? findPlace(typed, { department }) ?? shortened(typed, department));
};

/** As people say it at home: whole words only, so that a mistyped name is asked again rather than guessed. */
const shortened = (typed: string, department: string): Place | null => {
  const key = placeKey(typed);
  const begun = completePlaces(typed, { limit: 5, department });
  return begun.find((place) => place.department === department && placeKey(place.name).startsWith(`${key} `)) ?? null;
};

/** A place as a document embeds it; null for the few communes whose centre is unknown, as no search could measure from them. */
const communeOf = (place: Place | null): Commune | null =>
  place === null || place.lat === null || place.lon === null
    ? null
    : { code: place.code, name: place.name, postcode: place.postcodes[0] ?? "", lat: place.lat, lon: place.lon };
