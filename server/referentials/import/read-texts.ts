import type { CsvRow } from "./read-csv.ts";
import type { Refuse } from "./read-occupations.ts";

/** The sentences about each occupation (unix_texte): its definition, and how one comes to it. */
export const readTexts = (
  rows: readonly CsvRow[],
  { occupations }: { readonly occupations: ReadonlyMap<string, unknown> },
  refuse: Refuse,
): Map<string, string[]> => {
  const texts = new Map<string, string[]>();
  for (const { line, get } of rows) {
    const code = get("code_rome");
    const text = get("libelle_texte").replace(/''?/g, "’");
    if (!occupations.has(code)) refuse(line, `métier « ${code} » inconnu`);
    else if (text !== "") texts.set(code, [...(texts.get(code) ?? []), text]);
  }
  return texts;
};

/** What one must know (unix_referentiel_savoir), by OGR code. */
export const readKnowledge = (rows: readonly CsvRow[], refuse: Refuse): Map<string, string> => {
  const knowledge = new Map<string, string>();
  for (const { line, get } of rows) {
    const code = get("code_ogr_savoir");
    const label = get("libelle_savoir").replaceAll("'", "’");
    if (!/^\d+$/.test(code)) refuse(line, `« ${code} » n’est pas un code de savoir`);
    else if (label !== "") knowledge.set(code, label);
  }
  return knowledge;
};

/** What one must know for each occupation; links that name none were refused when its skills were read. */
export const readKnowledgeLinks = (
  rows: readonly CsvRow[],
  knowledge: ReadonlyMap<string, string>,
): Map<string, string[]> => {
  const known = new Map<string, string[]>();
  for (const { get } of rows) {
    const label = knowledge.get(get("code_ogr"));
    if (label === undefined) continue;
    const own = known.get(get("code_rome"));
    if (own === undefined) known.set(get("code_rome"), [label]);
    else own.push(label);
  }
  return known;
};
