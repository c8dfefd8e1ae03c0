import { stem, words } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { cvWords } from "./cv-words.ts";

/**
 * The share of a title's words that the names of an occupation hold, typos aside. A title reader always answers:
 * without a word in common, its answer is a guess ("Réfection des lits" is no receptionist).
 */
export const supportOf = (title: string, code: string): number => {
  const names = stemsOf(code);
  const said = cvWords(title).map(({ folded }) => stem(folded));
  if (names === null || said.length === 0) return 1;
  return said.filter((word) => isNamed(word, names)).length / said.length;
};

const isNamed = (word: string, names: ReadonlySet<string>): boolean => {
  if (names.has(word)) return true;
  const meaning = acronymMeaning(word);
  if (meaning !== undefined) return meaning.some((part) => names.has(part));
  if (word.length < 5) return false;
  for (const name of names) if (alike(word, name)) return true;
  return false;
};

/** One letter apart, two in a long word. */
const alike = (one: string, other: string): boolean => {
  const allowed = one.length >= 9 ? 2 : 1;
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > allowed) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return Math.max(one.length, other.length) - start - end <= allowed;
};

const known = new Map<string, ReadonlySet<string>>();

/** The stems of all names of an occupation; null for one that is not built in. */
const stemsOf = (code: string): ReadonlySet<string> | null => {
  const before = known.get(code);
  if (before !== undefined) return before;
  const occupation = occupationByCode(code);
  if (occupation === undefined) return null;
  const names = [occupation.masculine, occupation.feminine, ...occupation.synonyms];
  const stems = new Set(names.flatMap((name) => words(name)).map(stem));
  known.set(code, stems);
  return stems;
};
