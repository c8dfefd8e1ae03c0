import { closest } from "#server/platform/search/spelling.ts";
import { learnWords, type Vocabulary } from "#server/platform/search/vocabulary.ts";
import { derivedFrom } from "#shared/referentials/derived-from.ts";
import { stem } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { skills } from "#shared/referentials/skills.ts";
import { isWellSpelt } from "#shared/referentials/well-spelt.ts";

/**
 * The words with their typos corrected from the titles of occupations, or null when nothing had to be.
 * For a search that finds nothing today: the index, which knows the day's words, has nothing to correct from.
 */
export const correctWords = (text: string): string | null => {
  const corrected = text.replace(/[\p{L}\p{N}]+/gu, (word) => closestTo(word.toLowerCase()) ?? word);
  return corrected === text ? null : corrected;
};

const closestTo = (written: string): string | null => {
  const folded = written.normalize("NFKD").replace(/\p{M}+/gu, "");
  if (isStopWord(folded) || acronymMeaning(stem(folded)) || isWellSpelt(folded)) return null;
  return closest({ word: folded, vocabulary: vocabulary(), frequency: () => 1 })?.readable ?? null;
};

const vocabulary = derivedFrom(
  () => occupations,
  (list) => {
    const known: Vocabulary = new Map();
    for (const { masculine, feminine } of list) learnWords(known, `${masculine} ${feminine}`);
    for (const { label } of skills) learnWords(known, label);
    return known;
  },
);
