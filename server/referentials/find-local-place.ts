import type { Place } from "#shared/referentials/place.ts";
import { placeIndex } from "./place-index.ts";
import { placeKey } from "./place-key.ts";
import { findPlace, preferred } from "./places.ts";

/**
 * The commune people of a département mean: theirs by its name, else theirs by the first words of its name ("Brive",
 * "Beaulieu"), else the one elsewhere that bears the name. Whole words only, so that a mistyped name is asked again
 * rather than guessed; a postcode settles it.
 */
export const findLocalPlace = (typed: string, department: string): Place | null => {
  const named = findPlace(typed, { department });
  return named?.department === department || /\d/.test(typed) ? named : (shortened(typed, department) ?? named);
};

const shortened = (typed: string, department: string): Place | null => {
  const key = placeKey(typed);
  if (key === "") return null;
  const begun = placeIndex().places.filter(
    (place) => place.department === department && placeKey(place.name).startsWith(`${key} `),
  );
  return preferred(begun, department);
};
