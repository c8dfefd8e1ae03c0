import type { Place } from "#shared/referentials/place.ts";
import { findPlace } from "./places.ts";
import { placeAroundByShortName, placeByShortName } from "./short-names.ts";

/**
 * The commune people of a département mean: theirs by its name, else theirs by the first words of its name ("Brive",
 * "Beaulieu"), else the one elsewhere that bears the name, else the only one around whose name begins so ("Terrasson").
 * Whole words only, so that a mistyped name is asked again rather than guessed; a postcode settles it.
 */
export const findLocalPlace = (typed: string, department: string): Place | null => {
  const named = findPlace(typed, { department });
  if (named?.department === department || /\d/.test(typed)) return named;
  return placeByShortName(typed, department) ?? named ?? placeAroundByShortName(typed, department);
};
