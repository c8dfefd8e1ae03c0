import { licences } from "#shared/referentials/licence.ts";
import type { LicenceHit } from "./read-cv-licences.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/** The certificates to drive machines a row names: "CACES R489 1A, 3 et 5", "R482 cat. B1", "CACES 1-3-5". */
export const findCaces = ({ text }: PlacedRow): LicenceHit[] => {
  if (/(?:\bsans|\bpas de|\baucun) +caces/i.test(text)) return [];
  const hits = [...text.matchAll(family)].flatMap((match) => {
    const digits = match[1] ?? "";
    const after = text.slice(match.index + match[0].length);
    return categoriesOf(`r${digits}`, after, match[0]);
  });
  if (hits.length > 0) return hits;
  const [bare] = /\bcaces\b/i.exec(text) ?? [];
  if (bare === undefined) return [];
  const after = text.slice(text.search(/\bcaces\b/i) + bare.length);
  const chariots = categoriesOf("r489", after, bare);
  return chariots.length > 0 ? chariots : named(text);
};

const family = /\bR[ .-]?(3[0-9]{2}|4[0-9]{2})[a-z]?\b/gi;
const category =
  /^(?:[\s,/&+:;().-]|\bet\b|\bcat(?:[ée]gories?|s?\.?)?\b\.?|\bn°)*(?<name>\d{1,2} ?[AB](?![\p{L}\p{N}])|[A-G][1-3]?(?![\p{L}\p{N}’'])|\d{1,2}(?!\d|[./-]\d{2}|\s*(?:ans?|mois)\b))/iu;

const categoriesOf = (recommendation: string, after: string, head: string): LicenceHit[] => {
  const hits: LicenceHit[] = [];
  let at = 0;
  for (;;) {
    const match = category.exec(after.slice(at));
    const name = match?.groups?.name;
    if (match === null || name === undefined) break;
    at += match[0].length;
    const code = byCategory().get(`${recommendation} ${name.toLowerCase().replace(/\s/g, "")}`);
    if (code !== undefined) hits.push({ code, words: `${head}${after.slice(0, at)}` });
  }
  const alone = byCategory().get(recommendation);
  return hits.length === 0 && alone !== undefined ? [{ code: alone, words: head }] : hits;
};

/** Said by the machine: "CACES chariot élévateur", "CACES mini-pelle". */
const machines: readonly (readonly [RegExp, string])[] = [
  [/mini[- ]?pelle|engins compacts/i, "caces-r482-a"],
  [/(?<!mini[- ]?)\bpelle/i, "caces-r482-b1"],
  [/chargeuse/i, "caces-r482-c1"],
  [/t[ée]lescopique|manuscopique/i, "caces-r482-f"],
  [/chariots? [ée]l[ée]vateurs?|chariots? frontal|cariste/i, "caces-r489-3"],
  [/r[ée]tractable/i, "caces-r489-5"],
  [/transpalette/i, "caces-r489-1a"],
  [/gerbeur/i, "caces-r485-1"],
  [/nacelle/i, "caces-r486-b"],
  [/pont roulant/i, "caces-r484"],
  [/grue auxiliaire|grue de chargement/i, "caces-r490"],
];

const named = (text: string): LicenceHit[] =>
  machines.flatMap(([pattern, code]) => {
    const [words] = pattern.exec(text) ?? [];
    return words === undefined ? [] : [{ code, words: `CACES ${words}` }];
  });

let known: ReadonlyMap<string, string> | null = null;

/** From "r489 1a" and, by the former numbers, "r389 3", to a code; "r490" alone where there are no categories. */
const byCategory = (): ReadonlyMap<string, string> => {
  known ??= new Map([
    ...licences
      .filter(({ kind }) => kind === "caces")
      .flatMap(({ code, phrases }) => [
        [code.slice("caces-".length).replace("-", " "), code] as const,
        ...phrases.flatMap((phrase) => formerOf(phrase, code)),
      ]),
    ...usual,
  ]);
  return known;
};

/** "R389 3" and "R390". */
const formerOf = (phrase: string, code: string): (readonly [string, string])[] => {
  const [former] = /^R3\d{2}(?: \w+)?$/.exec(phrase) ?? [];
  return former === undefined ? [] : [[former.toLowerCase(), code]];
};

/** People write the number alone: the first letter is the usual one. */
const usual: readonly (readonly [string, string])[] = [
  ["r489 1", "caces-r489-1a"],
  ["r489 2", "caces-r489-2b"],
  ["r482 b", "caces-r482-b1"],
  ["r482 c", "caces-r482-c1"],
  ["r482 1", "caces-r482-a"],
  ["r482 2", "caces-r482-b1"],
  ["r482 4", "caces-r482-c1"],
  ["r482 9", "caces-r482-f"],
];
