import type { Place } from "#shared/referentials/place.ts";
import { keepPlaces, keptPlaces } from "./kept-places.ts";
import { type Listed, listPlaces } from "./list-places.ts";
import { loadPlaces } from "./load-places.ts";

/** One way of typing a commune: its name from one of its words on. */
export type Entry = { readonly key: string; readonly place: Place; readonly whole: boolean; readonly former: boolean };

export type PlaceIndex = {
  readonly places: readonly Place[];
  /** Today’s INSEE codes, and those of communes merged since. */
  readonly byCode: ReadonlyMap<string, Place>;
  readonly byPostcode: ReadonlyMap<string, readonly Place[]>;
  /** Current and former names, folded, with every commune that bears them; former ones last. */
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  /** Sorted by key, for prefixes. */
  readonly entries: readonly Entry[];
};

let built: PlaceIndex | null = null;
let folder: string | null = null;

/** Where what is read from the packages may be kept, so that the next start reads a tenth of it. */
export const usePlaceFolder = (path: string): void => {
  folder = path;
};

/** Built on first need, then kept. */
export const placeIndex = (): PlaceIndex => {
  built ??= indexed(folder === null ? listPlaces(loadPlaces()) : listedIn(folder));
  return built;
};

const listedIn = (path: string): Listed => {
  const kept = keptPlaces(path);
  if (kept !== null) return kept;
  const listed = listPlaces(loadPlaces());
  keepPlaces(path, listed);
  return listed;
};

const indexed = ({ places, formerCodes, keys, owners, kinds }: Listed): PlaceIndex => {
  const byCode = new Map(places.map((place) => [place.code, place]));
  for (const [former, code] of formerCodes) {
    const place = byCode.get(code);
    if (place && !byCode.has(former)) byCode.set(former, place);
  }
  const entries = keys.flatMap((key, at): Entry[] => {
    const place = places[owners[at] ?? -1];
    const kind = kinds[at] ?? "p";
    return place ? [{ key, place, whole: kind === "n" || kind === "o", former: kind === "o" || kind === "q" }] : [];
  });
  const whole = entries.filter((entry) => entry.whole).sort((a, b) => Number(a.former) - Number(b.former));
  return {
    places,
    byCode,
    byPostcode: grouped(places.flatMap((place) => place.postcodes.map((postcode) => [postcode, place] as const))),
    byName: grouped(whole.map(({ key, place }) => [key, place])),
    entries,
  };
};

const grouped = (pairs: readonly (readonly [string, Place])[]): Map<string, Place[]> => {
  const groups = new Map<string, Place[]>();
  for (const [key, place] of pairs) {
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return groups;
};
