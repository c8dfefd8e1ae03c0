import { fold } from "#shared/referentials/french.ts";

const accented: Readonly<Record<string, string>> = {
  a: "aàâäáã",
  c: "cç",
  e: "eéèêë",
  i: "iîïí",
  n: "nñ",
  o: "oôöóœ",
  u: "uùûüú",
  y: "yÿ",
  "'": "'’",
};

const mostWords = 5;

/** The words somebody typed, folded; one letter alone finds everyone, so it is left out. */
export const wordsTyped = (typed: string): string[] =>
  fold(typed)
    .split(/[^a-z0-9'@.]+/)
    .filter((word) => word.length > 1)
    .slice(0, mostWords);

/** A word at the start of any word of a text, accents or not; what is typed is letters, never a pattern. */
export const holds = (word: string): RegExp => new RegExp(`(?:^|[^\\p{L}\\p{N}])${spelled(word)}`, "iu");

const spelled = (word: string): string =>
  [...word]
    .map((letter) => (accented[letter] ? `[${accented[letter]}]` : letter.replace(/[^a-z0-9@]/g, "\\$&")))
    .join("");
