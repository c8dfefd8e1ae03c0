import type { Place } from "#shared/referentials/place.ts";
import { completePlaces, findPlace } from "./places.ts";

/** Fewer letters than this are the beginning of too many names. */
const enoughLetters = 4;

/**
 * The commune people of a département mean: theirs by its name, else theirs by the beginning of its name
 * ("Brive", "Beaulieu"), else the one elsewhere that bears the name.
 */
export const findLocalPlace = (typed: string, department: string): Place | null => {
  const named = findPlace(typed, { department });
  if (named?.department === department || typed.trim().length < enoughLetters) return named;
  const [begun] = completePlaces(typed, { limit: 1, department });
  return begun?.department === department ? begun : named;
};
