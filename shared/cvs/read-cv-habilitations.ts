import type { LicenceHit } from "./read-cv-licences.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/** Accreditations of NF C 18-510. Their letters are also levels of language: they count beside the word only. */
export const findHabilitations = ({ text, section }: PlacedRow): LicenceHit[] => {
  const alone = section === "licences" && !/permis/i.test(text) && /^(?:\W|et|[BH][0-2RSCO]V?\b)+$/.test(text);
  const electric = alone || /habilit|[ée]lectri|NF ?C/i.test(text);
  return symbols.flatMap(([pattern, code, own]) => {
    const [words] = electric || own ? (pattern.exec(text) ?? []) : [];
    return words === undefined ? [] : [{ code, words: electric && !own ? withHead(text, words) : words }];
  });
};

const withHead = (text: string, words: string): string => {
  const [head = ""] = /habilit\S*(?:\s+[ée]lectriques?)?/i.exec(text) ?? [];
  return `${head} ${words}`.trim();
};

/** Pattern, code, and whether the letters mean nothing else. */
const symbols: readonly (readonly [RegExp, string, boolean])[] = [
  [/\b(?:H0 ?[/-]? ?B0|B0 ?[/-]? ?H0|B0V|H0V)\b/, "habilitation-b0-h0", true],
  [/\b(?:B0|H0|BO|HO)\b/, "habilitation-b0-h0", false],
  [/\bBS\b|\bBE (?:man[oœ]+uvre|essai|v[ée]rif)/, "habilitation-bs-be", false],
  [/\b(?:B1V|B2V)\b/, "habilitation-b1-b2", true],
  [/\b(?:B1|B2)\b/, "habilitation-b1-b2", false],
  [/\bBR\b/, "habilitation-br", false],
  [/\bBC\b/, "habilitation-bc", false],
  [/\b(?:H1V|H2V)\b/, "habilitation-h1-h2", true],
  [/\b(?:H1|H2|HC)\b/, "habilitation-h1-h2", false],
  [/\b(?:B1L|B2L|BCL|B1VL|B2VL|BRL)\b/, "habilitation-ve", true],
  [/\bQualiPV\b/i, "habilitation-photovoltaique", true],
  [/\bBP photovolta/i, "habilitation-photovoltaique", true],
];
