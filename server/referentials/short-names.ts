import { lettersApart } from "#shared/referentials/letters-apart.ts";
import type { Place } from "#shared/referentials/place.ts";
import { placeIndex } from "./place-index.ts";
import { placeKey } from "./place-key.ts";

/** The commune of a département whose name begins with these whole words, the most populous of several: "Brive". */
export const placeByShortName = (typed: string, department: string): Place | null =>
  shortNames(department).get(placeKey(typed)) ?? null;

/**
 * The communes of a département whose name, or its first words, is a letter away from what was typed (two from six
 * letters on): the nearest first, then the most populous. To be proposed, never chosen.
 */
export const placesNearlyNamed = (typed: string, department: string): Place[] => {
  const key = placeKey(typed);
  if (key.length < 4 || /\d/.test(key)) return [];
  const most = key.length < 6 ? 1 : 2;
  const near = new Map<Place, number>();
  for (const [name, place] of namesOf(department)) {
    const apart = lettersApart(key, name, most);
    if (apart <= most) near.set(place, Math.min(apart, near.get(place) ?? apart));
  }
  return [...near]
    .sort(([one, apart], [other, further]) => apart - further || other.population - one.population)
    .map(([place]) => place);
};

const namesOf = (department: string): (readonly [string, Place])[] => [
  ...shortNames(department),
  ...placeIndex().places.flatMap((place) =>
    place.department === department ? [[placeKey(place.name), place] as const] : [],
  ),
];

let kept: { of: unknown; byDepartment: Map<string, ReadonlyMap<string, Place>> } | null = null;

const shortNames = (department: string): ReadonlyMap<string, Place> => {
  const of = placeIndex();
  if (kept?.of !== of) kept = { of, byDepartment: new Map() };
  const known =
    kept.byDepartment.get(department) ?? beginnings(of.places.filter((one) => one.department === department));
  kept.byDepartment.set(department, known);
  return known;
};

const beginnings = (places: readonly Place[]): ReadonlyMap<string, Place> => {
  const found = new Map<string, Place>();
  for (const place of places) {
    const words = placeKey(place.name).split(" ");
    for (let count = 1; count < words.length; count++) {
      const key = words.slice(0, count).join(" ");
      if ((found.get(key)?.population ?? -1) < place.population) found.set(key, place);
    }
  }
  return found;
};
