/** Puts right a word that is one letter away from a known one, or that a picture made unlike ("rn" for "m"). */
export type WordMender = (folded: string) => string;

/** Short words are one letter away from too many others. */
const longEnough = 6;

/** `vocabulary` is of folded words; one that is in it is never changed. */
export const wordMender = (vocabulary: Iterable<string>): WordMender => {
  const known = new Set(vocabulary);
  const near = new Map<string, string>();
  for (const word of known)
    if (word.length >= longEnough) for (const part of withoutOne(word)) if (!near.has(part)) near.set(part, word);
  return (folded) => {
    if (known.has(folded) || folded.length < 4) return folded;
    return seenInPicture(folded, known) ?? (folded.length < longEnough ? folded : nearest(folded, known, near));
  };
};

const confusions: readonly (readonly [RegExp, string])[] = [
  [/rn/g, "m"],
  [/0/g, "o"],
  [/1/g, "l"],
  [/1/g, "i"],
  [/vv/g, "w"],
  [/5/g, "s"],
  [/cl/g, "d"],
  [/ii/g, "n"],
];

const seenInPicture = (word: string, known: ReadonlySet<string>): string | null => {
  for (const [pattern, letter] of confusions) {
    const clear = word.replace(pattern, letter);
    if (clear !== word && (known.has(clear) || known.has(clear.replace(/s$/, "")))) return clear;
  }
  return null;
};

const nearest = (word: string, known: ReadonlySet<string>, near: ReadonlyMap<string, string>): string => {
  // Forms of a known word are not misspellings of another.
  if (known.has(word.replace(/(?:e?s|e)$/, "")) || known.has(`${word}s`) || known.has(`${word}e`)) return word;
  const whole = near.get(word);
  if (whole !== undefined && whole[0] === word[0]) return whole;
  for (const part of withoutOne(word)) {
    if (known.has(part) && part.length >= longEnough && part[0] === word[0]) return part;
    const other = near.get(part);
    if (other !== undefined && other[0] === word[0] && Math.abs(other.length - word.length) <= 1) return other;
  }
  return word;
};

const withoutOne = (word: string): string[] => {
  const parts: string[] = [];
  // A word that ends otherwise is another form, or another word ("chiffre", "chiffrer").
  for (let at = 1; at < word.length - 1; at++) parts.push(word.slice(0, at) + word.slice(at + 1));
  return parts;
};
