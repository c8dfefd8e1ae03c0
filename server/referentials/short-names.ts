import { lettersApart } from "#shared/referentials/letters-apart.ts";
import type { Place } from "#shared/referentials/place.ts";
import { placeIndex } from "./place-index.ts";
import { placeKey } from "./place-key.ts";

/** The commune of a département whose name begins with these whole words, the most populous of several: "Brive". */
export const placeByShortName = (typed: string, department: string): Place | null =>
  known(department).shortNames.get(placeKey(typed)) ?? null;

/** The only commune around a département whose name begins with these whole words: "Terrasson", from Corrèze. */
export const placeAroundByShortName = (typed: string, department: string): Place | null =>
  known(department).shortNamesAround.get(placeKey(typed)) ?? null;

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
  ...known(department).shortNames,
  ...placeIndex().places.flatMap((place) =>
    place.department === department ? [[placeKey(place.name), place] as const] : [],
  ),
];

type ShortNames = ReadonlyMap<string, Place>;
type Known = { readonly shortNames: ShortNames; readonly shortNamesAround: ShortNames };

let kept: { of: unknown; byDepartment: Map<string, Known> } | null = null;

const known = (department: string): Known => {
  const of = placeIndex();
  if (kept?.of !== of) kept = { of, byDepartment: new Map() };
  const before = kept.byDepartment.get(department);
  if (before !== undefined) return before;
  const read = readNames(of.places, department);
  kept.byDepartment.set(department, read);
  return read;
};

const readNames = (places: readonly Place[], department: string): Known => {
  const inside = beginnings(places.filter((one) => one.department === department));
  const around = beginnings(placesAround(places, department));
  return {
    shortNames: new Map([...inside].flatMap(([key, [most]]) => (most ? [[key, most] as const] : []))),
    shortNamesAround: new Map(
      [...around].flatMap(([key, [only, ...others]]) => (only && others.length === 0 ? [[key, only] as const] : [])),
    ),
  };
};

/** By their first words, the communes so named, the most populous first. */
const beginnings = (places: readonly Place[]): ReadonlyMap<string, readonly Place[]> => {
  const found = new Map<string, Place[]>();
  for (const place of places.toSorted((one, other) => other.population - one.population)) {
    const words = placeKey(place.name).split(" ");
    for (let count = 1; count < words.length; count++) {
      const key = words.slice(0, count).join(" ");
      const others = found.get(key);
      if (others) others.push(place);
      else found.set(key, [place]);
    }
  }
  return found;
};

/** Some thirty kilometres. */
const degreesAround = 0.35;

/** Those in the rectangle around a département that are not of it. */
const placesAround = (places: readonly Place[], department: string): Place[] => {
  const own = places.filter((one) => one.department === department);
  const [south, north] = extent(own.flatMap(({ lat }) => lat ?? []));
  const [west, east] = extent(own.flatMap(({ lon }) => lon ?? []));
  return places.filter(
    ({ department: of, lat, lon }) =>
      of !== department && lat !== null && lon !== null && lat > south && lat < north && lon > west && lon < east,
  );
};

const extent = (degrees: readonly number[]): readonly [least: number, most: number] => [
  Math.min(...degrees) - degreesAround,
  Math.max(...degrees) + degreesAround,
];
