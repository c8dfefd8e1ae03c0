import { fold, stem } from "#shared/referentials/french.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";

/** The words of titles, trades and skills, folded: what a typo may be corrected to. */
export type Vocabulary = Map<string, KnownWord>;

export type KnownWord = { readonly stem: string; readonly readable: string };

export const learnWords = (vocabulary: Vocabulary, text: string): void => {
  for (const readable of text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const word = fold(readable);
    // An accented spelling is the better one to show.
    if (word.length < 3 || isStopWord(word) || (vocabulary.has(word) && readable === word)) continue;
    vocabulary.set(word, { stem: stem(word), readable });
    learnFeminine(vocabulary, readable);
  }
};

// Titles are often written in the masculine only: a typo in the feminine form must be understood as well.
const learnFeminine = (vocabulary: Vocabulary, masculine: string): void => {
  for (const readable of feminineOf(masculine)) {
    const word = fold(readable);
    if (!vocabulary.has(word)) vocabulary.set(word, { stem: stem(word), readable });
  }
};

const feminineOf = (word: string): readonly string[] => {
  if (word.endsWith("teur")) return [`${word.slice(0, -3)}rice`, `${word.slice(0, -1)}se`];
  if (word.endsWith("eur")) return [`${word.slice(0, -1)}se`];
  if (word.endsWith("ier")) return [`${word.slice(0, -2)}ère`];
  return word.endsWith("ien") ? [`${word}ne`] : [];
};
