import { occupationWords } from "#shared/referentials/occupation-words.ts";
import type { Place } from "#shared/referentials/place.ts";
import { kilometresByCar } from "#shared/referentials/travel.ts";
import { isWellSpelt } from "#shared/referentials/well-spelt.ts";
import { placeIndex } from "./place-index.ts";
import { placeKey } from "./place-key.ts";
import { preferred } from "./places.ts";
import { placeAroundByShortName, placeByShortName } from "./short-names.ts";
import { withoutAsking } from "./without-asking.ts";
import { withoutTerritory } from "./without-territory.ts";
import { withoutWishes } from "./without-wishes.ts";

export type ReadQuery = {
  /** What is left to search for, in lower case; empty when the query named only a place. */
  readonly text: string;
  readonly place: Place | null;
  readonly radiusKm: number | null;
  /** Every word is left. */
  readonly untouched: boolean;
};

/**
 * Splits what was typed in one field: "emploi AIDE SOIGNANTE Tulle 20 km" → aide soignante, Tulle, 20.
 * A word that is also a trade ("maçon") stays text, unless "à" announces a place; communes of `department` come first.
 */
export const readQuery = (query: string, { department }: { department?: string } = {}): ReadQuery => {
  const said = withoutWishes(query);
  const radius = distance.exec(said);
  const typed = wordsOf(said.replace(distance, " "), department);
  const words = department === undefined ? typed : withoutTerritory(typed, department);
  const found = findPlaceAmong(words, department);
  const text = withoutAsking(found ? [...words.slice(0, found.start), ...words.slice(found.end)] : words);
  return {
    text: text.join(" "),
    place: found?.place ?? null,
    radiusKm: radius && kilometresIn(radius),
    untouched: said === query && radius === null && text.length === typed.length,
  };
};

/** "19 000" is a postcode too; "20 000" may be a salary. */
const wordsOf = (query: string, department: string | undefined): readonly string[] =>
  query
    .toLowerCase()
    .replace(/\b(\d\d) (\d{3})\b/g, (spaced, first, last) => (first === department ? `${first}${last}` : spaced))
    .split(/[\s,;()]+/)
    .filter((word) => word !== "");

const distance =
  /(?:(?:dans un )?rayon de |à moins de |autour de |[àa] |\+ ?)?\b(\d{1,3}) ?(?:(?:km|kms|kilom[èe]tres?)|(min|mn|minutes?))\b(?: autour d[e’']| de| d[’'])?/i;

const kilometresIn = ([, count, minutes]: RegExpExecArray): number =>
  minutes === undefined ? Number(count) : kilometresByCar(Number(count));

type Found = { readonly place: Place; readonly start: number; readonly end: number; readonly weight: number };

/** No name of a commune has more words than this that people type. */
const longestName = 6;

const findPlaceAmong = (words: readonly string[], department: string | undefined): Found | null => {
  let best: Found | null = null;
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= Math.min(words.length, start + longestName); end++) {
      const found = placeAt(words, { start, end, department });
      if (found && (best === null || found.weight > best.weight)) best = found;
    }
  return best && { ...best, start: announcedFrom(words, best.start), end: endOfArrondissement(words, best) };
};

/** "Paris 15e", "Lyon 3" at the end, "Marseille 13e arrondissement" are the whole city. */
const endOfArrondissement = (words: readonly string[], { place, end }: Found): number => {
  const [number = "", next] = words.slice(end);
  const named = next !== undefined && /^arr(?:ondissement|t|dt)?\.?$/.test(next);
  if (!citiesInParts.has(place.code) || !/^\d{1,2}(?:er|e|[eè]me|i[eè]me)?$/.test(number)) return end;
  if (/^\d+$/.test(number) && next !== undefined && !named) return end;
  return end + (named ? 2 : 1);
};

/** Paris, Lyon and Marseille: Code général des collectivités territoriales, L2511-1. */
const citiesInParts: ReadonlySet<string> = new Set(["75056", "69123", "13055"]);

const placeAt = (
  words: readonly string[],
  { start, end, department }: { start: number; end: number; department: string | undefined },
): Found | null => {
  const typed = words.slice(start, end).join(" ");
  if (/\b\d{5}\b/.test(typed)) {
    const place = placeWithPostcode(typed, department);
    return place && { place, start, end, weight: 1000 + end - start };
  }
  const announced = announcing.has(words[start - 1] ?? "");
  const alone = end - start === words.length;
  const place = meantBy(typed, { department, village: announced || alone });
  if (place === null || !accentsAgree(typed, place.name)) return null;
  const local = place.department === department;
  if (
    announced
      ? !local && place.population < townPopulation && isThing(typed)
      : !believable(place, { typed, local, alone })
  )
    return null;
  const weight = (end - start) * 10 + (announced ? 100 : 0) + (local ? 50 : 0) + Math.log10(place.population + 1);
  return { place, start, end, weight };
};

type Naming = { readonly department: string | undefined; readonly village: boolean };

const meantBy = (typed: string, naming: Naming): Place | null => {
  const named = preferred(placeIndex().byName.get(placeKey(typed)) ?? [], naming.department);
  if (named?.department === naming.department) return named;
  return byShortName(placeByShortName, typed, naming) ?? named ?? byShortName(placeAroundByShortName, typed, naming);
};

/** "Brive"; of a village ("Bort"), or by a word that begins many names, only where nothing but a place is meant. */
const byShortName = (find: typeof placeByShortName, typed: string, { department, village }: Naming): Place | null => {
  if (department === undefined || typed.length < 4 || /^saint?e?$/.test(typed)) return null;
  const place = find(typed, department);
  return place !== null && (village || place.population >= shortNamePopulation) ? place : null;
};

const shortNamePopulation = 3000;

/** "19000", "Tulle 19000" or "19000 Tulle", and nothing more. */
const placeWithPostcode = (typed: string, department: string | undefined): Place | null => {
  const { byPostcode, byName } = placeIndex();
  const there = byPostcode.get(/\b\d{5}\b/.exec(typed)?.[0] ?? "") ?? [];
  const name = placeKey(typed.replace(/\b\d{5}\b/, " "));
  const named = byName.get(name) ?? [];
  return preferred(name === "" ? there : there.filter((place) => named.includes(place)), department);
};

/** Words that announce a place, and go with it. */
const announcing = new Set(["à", "a", "vers", "sur", "près", "pres", "secteur", "autour", "proche", "en"]);

/** Far from the territory, only a town is believed without being announced. */
const townPopulation = 5000;

const believable = (
  place: Place,
  { typed, local, alone }: { typed: string; local: boolean; alone: boolean },
): boolean => {
  if (!accented.test(typed) && placeKey(typed).split(" ").every(isOrdinary)) return false;
  return local || place.population >= townPopulation || (alone && place.population >= 1000);
};

/** Accents that were typed agree with the name (see below), so the word is no trade that merely resembles it. */
const accented = /[à-ÿœ]/;

const ordinaryWords = new Set(
  "aide aides plein temps partiel nuit jour jours matin soir week end emploi travail job boulot poste urgent saison vert grand petit bois lait pain fleur eau mer ville chef bon bonne agent entretien france cdi cdd interim stage lot gare centre salle sol sud nord est ouest rue vie".split(
    " ",
  ),
);

/** "en bus", "sur place", though villages far away are called so. */
const isThing = (typed: string): boolean =>
  placeKey(typed)
    .split(" ")
    .every((word) => isOrdinary(word) || isWellSpelt(word));

const isOrdinary = (word: string): boolean => ordinaryWords.has(word) || occupationWords().has(word);

/** "maçon" is not Mâcon: whoever types accents types the right ones; whoever types none is not asked for any. */
const accentsAgree = (typed: string, name: string): boolean =>
  !accented.test(typed) || letters(name).startsWith(letters(typed));

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-zà-ÿœ]/g, "")
    .replace(/^st(e?)(?=[a-z])/, "saint$1");

/** The words that announce the place go with it. */
const announcedFrom = (words: readonly string[], start: number): number => {
  let first = start;
  while (announcing.has(words[first - 1] ?? "")) first--;
  return first;
};
