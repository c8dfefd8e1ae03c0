import { stem } from "#shared/referentials/french.ts";
import { lettersApart } from "#shared/referentials/letters-apart.ts";
import { type KnownWord, lettersOf, type Vocabulary } from "./vocabulary.ts";

type Search = { readonly word: string; readonly vocabulary: Vocabulary; readonly frequency: (stem: string) => number };

/** The known word closest to one that is in no document: fewest typos, then same first letter, then most frequent. */
export const closest = ({ word, vocabulary, frequency }: Search): KnownWord | null => {
  const most = typosAllowed(word);
  if (most === 0) return null;
  const written = lettered(word);
  const stemmed = lettered(stem(word));
  let best: { known: KnownWord; rank: number } | null = null;
  for (const [spelling, known] of vocabulary) {
    const asWritten = typosBetween(written, { word: spelling, letters: known.letters }, most);
    const typos = Math.min(asWritten, typosBetween(stemmed, { word: known.stem, letters: known.stemLetters }, most));
    const times = typos > most ? 0 : frequency(known.stem);
    if (times === 0) continue;
    // Slips on the first letter are rare, so a different one costs more than any frequency gives back. As written: for
    // « soigante », « soignante » reads better than « soignant ».
    const rank = times / (1 + times) + (spelling[0] === word[0] ? 1 : 0) - 2 * typos - 0.3 * asWritten;
    if (best === null || rank > best.rank) best = { known, rank };
  }
  return best?.known ?? null;
};

type Lettered = { readonly word: string; readonly letters: number };

const lettered = (word: string): Lettered => ({ word, letters: lettersOf(word) });

const typosBetween = (one: Lettered, other: Lettered, most: number): number =>
  mayBeNear(one.letters, other.letters, most) ? lettersApart(one.word, other.word, most) : most + 1;

/** Each typo leaves at most two letters that only one of the two words has. */
const mayBeNear = (one: number, other: number, typos: number): boolean => {
  let left = 2 * typos;
  for (let apart = one ^ other; apart !== 0; apart &= apart - 1) {
    if (left === 0) return false;
    left -= 1;
  }
  return true;
};

/** None on short words and codes, where one letter makes another word. */
const typosAllowed = (word: string): number => {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
};
