import { stem, words } from "./french.ts";
import { acronymMeaning } from "./french-acronyms.ts";
import { isStopWord } from "./french-stop-words.ts";
import { lettersApart } from "./letters-apart.ts";
import { nearSpellings } from "./near-spellings.ts";
import type { TitleSource } from "./title-source.ts";

/** Mends the folded words that no occupation knows, when one that an occupation has is near enough. */
export type Spelling = (folded: readonly string[]) => readonly string[];

/** `counted` are folded words and how often names have them; words with one of `stems` are left as they are. */
export const spellingOf = (counted: ReadonlyMap<string, number>, stems: ReadonlySet<string>): Spelling => {
  const isKnown = (word: string): boolean =>
    isCode(word) || counted.has(word) || isStopWord(word) || stems.has(stem(word));
  const isPart = (part: string): boolean => (part.length > 3 ? counted.has(part) : isStopWord(part));
  const closest = closestAmong(counted);
  const mend = (word: string): readonly string[] => {
    const among = closest(word);
    const near = among(1);
    if (near !== null) return [near];
    const farther = (): string | null => (word.length < longEnough ? null : among(2));
    return halves(word, isPart) ?? [farther() ?? word];
  };
  return (folded) => folded.flatMap((word) => (isKnown(word) ? word : mend(word)));
};

/** How often the names have each of their words, folded. */
export const countWords = (sources: readonly TitleSource[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { masculine, feminine, synonyms } of sources)
    for (const word of [masculine, feminine, ...synonyms].flatMap(words))
      if (!isStopWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** One letter makes another word of a short one: « ass » is no « as ». */
const isCode = (word: string): boolean => word.length < 4 || /\d/.test(word) || acronymMeaning(word) !== undefined;

/** Long enough for two slips. */
const longEnough = 9;

/** The closest word, within so many slips. */
type Closest = (most: number) => string | null;

const closestAmong = (counted: ReadonlyMap<string, number>): ((word: string) => Closest) => {
  const known = [...counted.keys()].filter(({ length }) => length > 2);
  const near = nearSpellings(known, { size: 2, looked: 40 });
  return (word) => {
    const candidates = near(word).map((place) => known[place] ?? "");
    return (most) => closestOf(word, candidates, { most, counted });
  };
};

type Search = { readonly most: number; readonly counted: ReadonlyMap<string, number> };

const closestOf = (word: string, candidates: readonly string[], { most, counted }: Search): string | null => {
  const ranked = candidates
    .map((candidate) => ({ candidate, slips: lettersApart(word, candidate, most) }))
    .filter(({ slips }) => slips <= most)
    .map(({ candidate, slips }) => ({ candidate, rank: rankOf({ word, candidate, slips }, counted) }))
    .sort((a, b) => b.rank - a.rank || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate ?? null;
};

type Compared = { readonly word: string; readonly candidate: string; readonly slips: number };

/** Slips on the first letter are rare; of two words as near, the more usual was meant. */
const rankOf = ({ word, candidate, slips }: Compared, counted: ReadonlyMap<string, number>): number => {
  const times = counted.get(candidate) ?? 0;
  return times / (2 + times) + (candidate[0] === word[0] ? 1 : 0) - 2 * slips;
};

/** Two words of which the space was lost. */
const halves = (word: string, isPart: (part: string) => boolean): readonly string[] | null => {
  for (let at = word.length - 2; at >= 2; at--) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(isPart) && parts.some(({ length }) => length > 3)) return parts;
  }
  return null;
};
