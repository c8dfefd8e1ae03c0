import { stem } from "./french.ts";
import { expandAcronyms } from "./french-acronyms.ts";
import { isStopWord } from "./french-stop-words.ts";

/** What a text is compared by. */
export type TextFeatures = {
  /** Its stems, and those of what its acronyms mean. */
  readonly stems: readonly string[];
  /** Its pairs of stems. */
  readonly pairs: readonly string[];
  /** How its stems begin, so that « soudeur » meets « soudage ». */
  readonly roots: readonly string[];
};

/** What a job title is compared by. Feminine and masculine titles give nearly the same features, by stemming. */
export type TitleFeatures = TextFeatures & {
  /** Its first stem: what one is (« technicien »), the others saying of what. */
  readonly head: readonly string[];
  readonly tail: readonly string[];
  /** Pieces of 3 to 5 letters, so that a typo only costs the pieces it touches. */
  readonly pieces: readonly string[];
};

/** Of a title's folded words. */
export const titleFeatures = (folded: readonly string[]): TitleFeatures => {
  const plain = plainStems(folded);
  const text = featuresOf(plain);
  return { ...text, head: plain.slice(0, 1), tail: plain.slice(1), pieces: text.stems.flatMap(piecesOf) };
};

/** Of a text's folded words. */
export const textFeatures = (folded: readonly string[]): TextFeatures => featuresOf(plainStems(folded));

const plainStems = (folded: readonly string[]): string[] => folded.filter((word) => !isStopWord(word)).map(stem);

const rootLength = 5;

const featuresOf = (plain: readonly string[]): TextFeatures => {
  const stems = expandAcronyms(plain);
  return {
    stems,
    pairs: stems.slice(1).map((each, place) => `${stems[place]} ${each}`),
    roots: stems.map((each) => each.slice(0, rootLength)),
  };
};

const pieces = new Map<string, readonly string[]>();

/** Pieces of 3 to 5 letters of a word, its ends marked. */
export const piecesOf = (one: string): readonly string[] => {
  const known = pieces.get(one);
  if (known !== undefined) return known;
  if (pieces.size > 50_000) pieces.clear(); // emptied, never let grow: titles come from anyone
  const padded = `^${one}$`;
  const found: string[] = [];
  for (const size of [3, 4, 5])
    for (let start = 0; start + size <= padded.length; start++) found.push(padded.slice(start, start + size));
  pieces.set(one, found);
  return found;
};
