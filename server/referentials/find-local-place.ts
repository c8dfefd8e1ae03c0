import type { Place } from "#shared/referentials/place.ts";
import { findPlace } from "./places.ts";
import { placeByShortName } from "./short-names.ts";

/**
 * The commune people of a département mean: theirs by its name, else theirs by the first words of its name ("Brive",
 * "Beaulieu"), else the one elsewhere that bears the name. Whole words only, so that a mistyped name is asked again
 * rather than guessed; a postcode settles it.
 */
export const findLocalPlace = (typed: string, department: string): Place | null => {
  const named = findPlace(typed, { department });
  return named?.department === department || /\d/.test(typed) ? named : (placeByShortName(typed, department) ?? named);
};
