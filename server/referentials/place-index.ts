import { fold } from "#shared/referentials/french.ts";
import type { Place } from "#shared/referentials/place.ts";
import { type Gazetteer, loadPlaces } from "./load-places.ts";

/** One way of typing a commune: its name from one of its words on. */
export type Entry = { readonly key: string; readonly place: Place; readonly whole: boolean; readonly former: boolean };

export type PlaceIndex = {
  readonly places: readonly Place[];
  readonly byCode: ReadonlyMap<string, Place>;
  readonly byPostcode: ReadonlyMap<string, readonly Place[]>;
  /** Current and former names, folded, with every commune that bears them; the most populous first. */
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  /** Sorted by key, for prefixes. */
  readonly entries: readonly Entry[];
};

let built: PlaceIndex | null = null;

/** Built on first need (a fraction of a second), then kept. */
export const placeIndex = (): PlaceIndex => {
  built ??= build(loadPlaces());
  return built;
};

const shortForms: Readonly<Record<string, string>> = { st: "saint", ste: "sainte", sts: "saints", stes: "saintes" };

/** "St-Priest-la-Prugne" → "saint priest la prugne". */
export const placeKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => shortForms[word] ?? word)
    .join(" ");

const build = ({ places, formerNames }: Gazetteer): PlaceIndex => {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const entries: Entry[] = places.flatMap((place) => entriesOf(place, { name: place.name, former: false }));
  for (const { name, code } of formerNames) {
    const place = byCode.get(code);
    if (place && name !== place.name) entries.push(...entriesOf(place, { name, former: true }));
  }
  entries.sort(byKey);
  const whole = entries.filter((entry) => entry.whole);
  return {
    places,
    byCode,
    byPostcode: grouped(places.flatMap((place) => place.postcodes.map((postcode) => [postcode, place] as const))),
    byName: grouped(whole.sort((a, b) => Number(a.former) - Number(b.former)).map(({ key, place }) => [key, place])),
    entries,
  };
};

const byKey = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Words too common in names to begin a search with. */
const linking = new Set(["de", "du", "des", "la", "le", "les", "l", "d", "en", "sur", "sous", "et", "a", "au", "aux"]);

const entriesOf = (place: Place, { name, former }: { name: string; former: boolean }): Entry[] => {
  const words = placeKey(name).split(" ");
  return words
    .map((word, start) => ({ word, start }))
    .filter(({ word, start }) => start === 0 || !linking.has(word))
    .map(({ start }) => ({ key: words.slice(start).join(" "), place, whole: start === 0, former }));
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
