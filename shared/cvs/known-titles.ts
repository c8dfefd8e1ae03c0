import { fold, stem } from "#shared/referentials/french.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { type CvWord, cvWords } from "./cv-words.ts";

/** A name of an occupation found in a line, word for word: where it is, and of how many words. */
export type TitleSpan = {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly first: boolean;
};

/** Names of one short word ("as", "chef") are too often something else in a sentence. */
const longEnough = 5;

/** The longest name of an occupation that a line holds; null when it holds none. */
export const findKnownTitle = (line: string): TitleSpan | null => {
  const said = cvWords(line);
  const keys = said.map(({ folded }) => stem(folded));
  let best: TitleSpan | null = null;
  for (let from = 0; from < keys.length; from++) {
    const words = longestAt(keys, from);
    if (words > 0 && words > (best?.words ?? 0)) best = span(said, from, words);
  }
  return best;
};

/** Whether names of occupations begin with this word. */
export const beginsTitle = (word: string): boolean => titles().has(stem(fold(word)));

const span = (said: readonly CvWord[], from: number, words: number): TitleSpan => ({
  start: said[from]?.start ?? 0,
  end: said[from + words - 1]?.end ?? 0,
  words,
  first: from === 0,
});

const longestAt = (keys: readonly string[], from: number): number => {
  const named = titles().get(keys[from] ?? "");
  if (named === undefined) return 0;
  let longest = 0;
  for (const title of named)
    if (title.length > longest && title.every((key, at) => keys[from + at] === key)) longest = title.length;
  return longest;
};

let known: ReadonlyMap<string, readonly (readonly string[])[]> | null = null;

const titles = (): ReadonlyMap<string, readonly (readonly string[])[]> => {
  if (known !== null) return known;
  const byFirst = new Map<string, string[][]>();
  for (const { masculine, feminine, synonyms } of occupations)
    for (const name of [masculine, feminine, ...synonyms]) {
      const said = cvWords(name);
      const keys = said.map(({ folded }) => stem(folded));
      const [first] = keys;
      if (first === undefined || (keys.length === 1 && (said[0]?.folded.length ?? 0) < longEnough)) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), keys]);
    }
  known = byFirst;
  return known;
};
