import type { Place } from "#shared/referentials/place.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";
import { type Entry, placeIndex } from "./place-index.ts";
import { placeKey } from "./place-key.ts";
import { placesNearlyNamed } from "./short-names.ts";

export const placeByCode = (code: string): Place | undefined => placeIndex().byCode.get(code);

/** Every commune of a département, in the order of INSEE codes. */
export const placesOfDepartment = (department: string): readonly Place[] =>
  placeIndex().places.filter((place) => place.department === department);

/** As the crow flies, in kilometres; null when a centre is unknown. */
export const distanceKm = (from: Place, to: Place): number | null =>
  from.lat === null || from.lon === null || to.lat === null || to.lon === null
    ? null
    : kilometresBetween({ lat: from.lat, lon: from.lon }, { lat: to.lat, lon: to.lon });

/**
 * Communes as one types a name or a postcode; those of `department` come first, then the most populous. Where nothing
 * is named so and none of theirs begins so, those of nearly that name: "tule" is Tulle before it is Tulette.
 */
export const completePlaces = (
  text: string,
  { limit, department }: { limit: number; department?: string },
): Place[] => {
  const prefix = placeKey(text);
  if (prefix === "") return [];
  if (prefix.length > shortest)
    return orNearlyNamed(ranked(prefix, { limit, department }), { prefix, limit, department });
  const asked = `${prefix}|${department}|${limit}`;
  const kept = begun.get(asked) ?? ranked(prefix, { limit, department });
  if (begun.size < 5_000) begun.set(asked, kept);
  return [...kept];
};

const orNearlyNamed = (begun: Place[], { prefix, limit, department }: Asked & { readonly prefix: string }): Place[] => {
  if (department === undefined || placeIndex().byName.has(prefix)) return begun;
  if (begun.some((place) => place.department === department)) return begun;
  return [...new Set([...placesNearlyNamed(prefix, department), ...begun])].slice(0, limit);
};

/** One or two letters begin thousands of names: what they gave is kept, there being few of them. */
const shortest = 2;
const begun = new Map<string, readonly Place[]>();

type Asked = { readonly limit: number; readonly department: string | undefined };

const ranked = (prefix: string, { limit, department }: Asked): Place[] => {
  const scores = new Map<Place, number>();
  const candidates = /^\d+$/.test(prefix) ? withPostcode(prefix) : startingWith(prefix);
  for (const entry of candidates) {
    const score = closeness(entry, { prefix, department });
    if (score > (scores.get(entry.place) ?? Number.NEGATIVE_INFINITY)) scores.set(entry.place, score);
  }
  return best(scores, limit);
};

/**
 * The commune a text names: "Tulle", "Tulle (19000)", "19000 Tulle", "19000" or an INSEE code in full.
 * Of several homonyms, the one of `department`, else the most populous. Null when none bears the name.
 */
export const findPlace = (text: string, { department }: { department?: string } = {}): Place | null => {
  const { byPostcode, byName } = placeIndex();
  const postcode = /(?:^|\D)(\d{5})(?!\d)/.exec(text)?.[1];
  const name = placeKey(
    text.replace(/\d{5}/, " ").replace(/\bcedex\b.*$|\b\d{1,2}(?:er|e|ème)?(?: arrondissement)?\s*$/i, " "),
  );
  const named = byName.get(name) ?? [];
  if (postcode === undefined) return preferred(named, department);
  const there = byPostcode.get(postcode) ?? [];
  return (
    preferred(
      there.filter((place) => named.includes(place)),
      department,
    ) ??
    preferred(there, department) ??
    preferred(named, department)
  );
};

/** Of several communes, the one of the département, else the most populous. */
export const preferred = (places: readonly Place[], department: string | undefined): Place | null => {
  const nearby = places.filter((place) => place.department === department);
  const candidates = nearby.length > 0 ? nearby : places;
  return candidates.reduce<Place | null>(
    (most, place) => (most && most.population >= place.population ? most : place),
    null,
  );
};

/** The département weighs more than any population, a whole name typed more than the start of another. */
const closeness = (
  { key, place, whole, former }: Entry,
  { prefix, department }: { prefix: string; department: string | undefined },
): number =>
  Math.log10(place.population + 10) +
  (place.department === department ? 6 : 0) +
  (whole ? 2 : 0) +
  (whole && key === prefix ? 5 : 0) -
  (former ? 3 : 0);

const startingWith = function* (prefix: string): Generator<Entry> {
  const { entries } = placeIndex();
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.key ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  for (let entry = entries[low]; entry?.key.startsWith(prefix); entry = entries[++low]) yield entry;
};

const withPostcode = function* (prefix: string): Generator<Entry> {
  for (const [postcode, places] of placeIndex().byPostcode)
    if (postcode.startsWith(prefix))
      for (const place of places) yield { key: postcode, place, whole: true, former: false };
};

const best = (scores: ReadonlyMap<Place, number>, limit: number): Place[] => {
  const kept: [Place, number][] = [];
  for (const scored of scores) {
    const worst = kept[kept.length - 1];
    if (kept.length === limit && worst && scored[1] <= worst[1]) continue;
    const position = kept.findIndex(([, score]) => score < scored[1]);
    kept.splice(position === -1 ? kept.length : position, 0, scored);
    if (kept.length > limit) kept.pop();
  }
  return kept.map(([place]) => place);
};
