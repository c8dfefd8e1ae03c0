import { findKnownTitle } from "./known-titles.ts";
import { looksLikeName } from "./person-name.ts";
import type { PlacedRow } from "./read-cv-sections.ts";
import { type ReadTitle, readTitle, readTitles } from "./read-cv-title.ts";

export type WantedTitle = { readonly title: ReadTitle; readonly row: PlacedRow };

/** The trades that the title of a CV and its objective name, in order. */
export const findWanted = (rows: readonly PlacedRow[]): WantedTitle[] => {
  const found: WantedTitle[] = [];
  for (const [at, row] of headRows(rows).entries())
    for (const title of titlesOf(row, at)) {
      const known = found.some((other) => other.title.occupation.code === title.occupation.code);
      if (!known) found.push({ title, row });
    }
  return found.slice(0, mostWanted);
};

const mostWanted = 4;
/** What a header says further down is an address, then a text. */
const headLength = 14;

const headRows = (rows: readonly PlacedRow[]): PlacedRow[] => [
  ...rows.filter(({ section }) => section === "header").slice(0, headLength),
  ...rows.filter(({ section }) => section === "objective"),
];

const asks =
  /\b(?:recherche|cherche|souhait\w*|voudrais|veux|poste|emploi|projet|objectif|devenir|candidature|travailler|retrouver|[ée]voluer|m[ée]tier)\b/i;

/** What one has been is not what one seeks. */
const past = /^\s*(?:avant|ancienn?e?)\b|\b(?:j[’']ai|a) (?:été|ete|travaill[ée]|exerc[ée]|occup[ée])/i;

const titlesOf = (row: PlacedRow, at: number): ReadTitle[] => {
  if (looksLikeName(row.text, at) || /@|https?:|www\.|\b\d{5}\b|\b0[1-9](?:[ .]?\d{2}){4}/.test(row.text)) return [];
  const sentence = row.text.length > 60 || asks.test(row.text);
  if (past.test(row.text)) return [];
  if (!sentence) return readTitles(row.text).filter(({ confidence }) => confidence >= surely);
  const known = findKnownTitle(row.text);
  if (known === null) return asked(row.text);
  const title = readTitle(row.text);
  const named = readTitle(row.text.slice(known.start, known.end));
  const best = title !== null && title.confidence >= 0.8 ? title : named;
  return best === null || (!asks.test(row.text) && !known.first) ? [] : [best];
};

/** What follows the words that ask: "je cherche un poste de chauffeur de bus". */
const asked = (text: string): ReadTitle[] => {
  const [, after = ""] = cue.exec(text) ?? [];
  const title = readTitle(after);
  return title === null || title.confidence < 0.7 ? [] : [title];
};

const cue =
  /\b(?:recherche|cherche|devenir|souhaite|voudrais|veux|poste|emploi|travailler|m[ée]tier)\s+(?:(?:une?|d[’']une?|actuellement|[àa] travailler|travailler|travail|poste|emploi|saisonnier|[àa] temps \S+)\s+)*(?:de |d[’']|comme |en tant qu\S+ )?(.{4,60})/i;

const surely = 0.62;
