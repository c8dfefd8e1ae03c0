import type { CsvRow } from "./read-csv.ts";
import { type BothForms, splitLabel } from "./split-label.ts";

/** A line that cannot be used says why. */
export type Refuse = (line: number, reason: string) => void;

export type NamedOccupation = BothForms & { readonly code: string; readonly parent: string };

const occupationCode = /^[A-Z]\d{4}$/;

/** The occupations (unix_referentiel_code_rome), by code. */
export const readOccupations = (rows: readonly CsvRow[], refuse: Refuse): Map<string, NamedOccupation> => {
  const occupations = new Map<string, NamedOccupation>();
  for (const { line, get } of rows) {
    const code = get("code_rome");
    const label = get("libelle_rome");
    if (!occupationCode.test(code)) refuse(line, `« ${code} » n’est pas un code ROME`);
    else if (label === "") refuse(line, `le métier ${code} n’a pas de nom`);
    else if (occupations.has(code)) refuse(line, `le métier ${code} est déjà plus haut`);
    else occupations.set(code, { code, ...splitLabel(label), parent: get("code_rome_parent") || code });
  }
  return occupations;
};

/** Every other name of each occupation (unix_referentiel_appellation), in both forms. */
export const readNames = (
  rows: readonly CsvRow[],
  { occupations, refuse }: { occupations: ReadonlyMap<string, BothForms>; refuse: Refuse },
): Map<string, string[]> => {
  const names = new Map(
    [...occupations].map(([code, { masculine, feminine }]) => [code, new Set([masculine, feminine])]),
  );
  for (const { line, get } of rows) {
    const code = get("code_rome");
    const label = get("libelle_appellation_long") || get("libelle_appellation_court");
    const known = names.get(code);
    if (known === undefined) refuse(line, `métier « ${code} » inconnu`);
    else if (label === "") refuse(line, "appellation sans nom");
    else for (const form of Object.values(splitLabel(label))) known.add(form);
  }
  return new Map([...names].map(([code, all]) => [code, [...all].slice(titlesOf(occupations.get(code)))]));
};

/** The titles were put first so that no name repeats them. */
const titlesOf = (forms: BothForms | undefined): number => (forms?.masculine === forms?.feminine ? 1 : 2);
