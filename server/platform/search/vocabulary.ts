import { fold, stem } from "#shared/referentials/french.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";

/** The words of titles, trades and skills, folded: what a typo may be corrected to. */
export type Vocabulary = Map<string, KnownWord>;

export type KnownWord = {
  readonly stem: string;
  readonly readable: string;
  /** The letters of the word and of its stem, a bit each: most words are told apart by them, without being compared. */
  readonly letters: number;
  readonly stemLetters: number;
};

export const learnWords = (vocabulary: Vocabulary, text: string): void => {
  for (const readable of text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const word = fold(readable);
    // An accented spelling is the better one to show.
    if (word.length < 3 || isStopWord(word) || (vocabulary.has(word) && readable === word)) continue;
    vocabulary.set(word, knownWord(word, readable));
    learnFeminine(vocabulary, readable);
  }
};

// Titles are often written in the masculine only: a typo in the feminine form must be understood as well.
const learnFeminine = (vocabulary: Vocabulary, masculine: string): void => {
  for (const readable of feminineOf(masculine)) {
    const word = fold(readable);
    if (!vocabulary.has(word)) vocabulary.set(word, knownWord(word, readable));
  }
};

const knownWord = (word: string, readable: string): KnownWord => {
  const asStem = stem(word);
  return { stem: asStem, readable, letters: lettersOf(word), stemLetters: lettersOf(asStem) };
};

/** Which letters a folded word has, a bit each; what shares a bit is only told apart less often. */
export const lettersOf = (word: string): number => {
  let letters = 0;
  for (let place = 0; place < word.length; place += 1) letters |= 1 << (word.charCodeAt(place) % 32);
  return letters;
};

const feminineOf = (word: string): readonly string[] => {
  if (word.endsWith("teur")) return [`${word.slice(0, -3)}rice`, `${word.slice(0, -1)}se`];
  if (word.endsWith("eur")) return [`${word.slice(0, -1)}se`];
  if (word.endsWith("ier")) return [`${word.slice(0, -2)}ère`];
  return word.endsWith("ien") ? [`${word}ne`] : [];
};
