import { nounsToldApart } from "./french-homographs.ts";
import { phrasesJoined } from "./french-phrases.ts";
import { stemOf } from "./french-stem.ts";
import { isStopWord } from "./french-stop-words.ts";

/**
 * How the product reads French: the same for an index, a query, an alert, a CV and a job title.
 * The result is a key to compare, never a text to show.
 */
export const analyse = (text: string): string[] =>
  words(text)
    .filter((word) => !isStopWord(word))
    .map(stem);

/** One key for the forms of a folded word: « soignantes » as « soignant ». */
export const stem = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  // Texts repeat their words: remembering makes an index three times faster to build. Emptied, never let grow.
  if (stems.size > 50_000) stems.clear();
  const found = stemOf(word);
  stems.set(word, found);
  return found;
};

const stems = new Map<string, string>();

/** The words of a text, folded, in order; hyphens split, elisions (l’, d’, qu’) and « H/F » are dropped. */
export const words = (text: string): string[] => {
  const found: string[] = [];
  for (const word of nounsToldApart(phrasesJoined(ungendered(fold(maize(text))))).match(wordPattern) ?? []) {
    if (!word.endsWith("'")) found.push(word);
    else if (!elisions.has(word)) found.push(word.slice(0, -1));
  }
  return found;
};

/** Lower case, without accents, ligatures nor typographic apostrophes: what people type and what they read become alike. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’‘ʼ`´]/g, "'")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");

// « c++ » and « c# » are trades too; elsewhere a sign only separates.
const wordPattern = /[\p{L}\p{N}]+(?:\+\+|#(?![\p{L}\p{N}]))?'?/gu;

/** Folded, the cereal would be a « but ». */
const maize = (text: string): string => text.replace(/\bma(?:ï|i\u0308)s(?!\p{L})/giu, "maiz");

const elisions: ReadonlySet<string> = new Set("c' d' j' l' m' n' s' t' qu' jusqu' lorsqu' puisqu' quoiqu'".split(" "));

const feminine = "(?:e|ne|nne|te|tte|le|lle|se|sse|esse|ve|fe|ere|iere|rice|trice|euse)";

// Each begins with its sign and looks behind it afterwards: the other way round is ten times slower.
const genders = /[hfm]\s?[/|-](?<![\p{L}\p{N}][hfm]\s?[/|-])\s?[hfm](?:\s?[/|-]\s?[xd])?(?![\p{L}\p{N}])/gu;
const bracketed = new RegExp(`\\((?<=[a-z]{2}\\s?\\()(?:${feminine}|e?s|x)\\)`, "g");
const dotted = new RegExp(`[·•∙.](?<=[a-z]{2}.)${feminine}(?:[·•∙.]?s)?(?!\\p{L})`, "gu");
const slashed = new RegExp(`[/-](?<=[a-z]{2}.)${feminine}s?(?!\\p{L})`, "gu");

// « as » is a trade (aide-soignant), but not in « as-tu le permis ».
const verb = /\b(?:as[ -]tu|tu as|t'as)\b/g;

// « infirmier(ère)s », « vendeur·euse », « H/F » : the masculine stem stands for both.
const ungendered = (folded: string): string =>
  folded.replace(verb, " ").replace(genders, " ").replace(bracketed, "").replace(dotted, "").replace(slashed, "");
