import { analyse } from "./french.ts";
import { acronymMeaning } from "./french-acronyms.ts";

/** A stretch of a text, and whether it is a word that was looked for. */
export type Stretch = { readonly text: string; readonly found: boolean };

/**
 * A text cut where the words with these stems begin and end: whatever their accents, their gender and their number.
 * An acronym is found by what it stands for. Put together again, the stretches are the text.
 */
export const markFound = (text: string, stems: ReadonlySet<string>): readonly Stretch[] => {
  if (stems.size === 0) return [{ text, found: false }];
  const stretches: Stretch[] = [];
  for (const part of text.match(wordOrNot) ?? []) {
    const found = isFound(part, stems);
    const last = stretches.at(-1);
    if (last && last.found === found) stretches[stretches.length - 1] = { text: last.text + part, found };
    else stretches.push({ text: part, found });
  }
  return stretches;
};

const wordOrNot = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?|[^\p{L}\p{N}\p{M}]+/gu;

const isFound = (part: string, stems: ReadonlySet<string>): boolean =>
  stemsOf(part).some(
    (stem) => stems.has(stem) || (acronymMeaning(stem)?.every((meaning) => stems.has(meaning)) ?? false),
  );

/** The same words come back from page to page. Emptied, never let grow. */
const known = new Map<string, readonly string[]>();

const stemsOf = (part: string): readonly string[] => {
  const before = known.get(part);
  if (before !== undefined) return before;
  if (known.size > 20_000) known.clear();
  const stems = analyse(part);
  known.set(part, stems);
  return stems;
};

const wordsAround = 9;

/** The first line of a text where such a word stands, with some words around it; null when there is none. */
export const excerptFound = (text: string, stems: ReadonlySet<string>): readonly Stretch[] | null => {
  const has = (part: string): boolean => markFound(part, stems).some(({ found }) => found);
  const line = text.split("\n").find(has);
  if (line === undefined) return null;
  const words = line
    .trim()
    .replace(/^[-–—•*]\s+/, "")
    .split(/\s+/);
  const at = words.findIndex(has);
  const [from, to] = [Math.max(0, at - wordsAround), at + wordsAround + 1];
  const said = `${from > 0 ? "… " : ""}${words.slice(from, to).join(" ")}${to < words.length ? " …" : ""}`;
  return markFound(said, stems);
};
