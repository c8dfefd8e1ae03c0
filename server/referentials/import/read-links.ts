import { skillWords } from "#server/referentials/skill-words.ts";
import { accented } from "./accented.ts";
import type { OfficialSkill } from "./official.ts";
import type { CsvRow } from "./read-csv.ts";
import type { Refuse } from "./read-occupations.ts";

/**
 * The skills (unix_referentiel_competence), by OGR code: know-how alone, "a verb and its object". Attitudes
 * (savoir-être) and knowledge (savoirs) are something else, which the product does not ask.
 */
export const readSkills = (rows: readonly CsvRow[], refuse: Refuse): Map<string, OfficialSkill> => {
  const skills = new Map<string, OfficialSkill>();
  for (const { line, get } of rows) {
    const code = get("code_ogr");
    const label = accented(get("libelle_competence").replaceAll("'", "’"));
    if (!/^\d+$/.test(code)) refuse(line, `« ${code} » n’est pas un code de compétence`);
    else if (label === "") refuse(line, `la compétence ${code} n’a pas de nom`);
    else if (skills.has(code)) refuse(line, `la compétence ${code} est déjà plus haut`);
    else if (get("cat_comp") === "Savoir-faire") skills.set(code, { code, label, words: skillWords(label) });
  }
  return skills;
};

export type Known = {
  readonly occupations: ReadonlyMap<string, unknown>;
  readonly skills: ReadonlyMap<string, OfficialSkill>;
};

export type Skilled = { readonly skills: readonly string[]; readonly coreSkills: number };

/** The skills of each occupation (unix_coherence_item): the main ones, then the emerging ones, then the others. */
export const readSkillLinks = (
  rows: readonly CsvRow[],
  { occupations, skills }: Known,
  refuse: Refuse,
): Map<string, Skilled> => {
  const ranked = new Map<string, Map<string, number>>();
  for (const { line, get } of rows) {
    const occupation = get("code_rome");
    const skill = get("code_ogr");
    if (!occupations.has(occupation)) refuse(line, `métier « ${occupation} » inconnu`);
    else if (skills.has(skill)) {
      const own = ranked.get(occupation) ?? new Map<string, number>();
      ranked.set(occupation, own.set(skill, rankOf(get("coeur_metier"))));
    }
  }
  return new Map([...ranked].map(([occupation, own]) => [occupation, inOrder(own)]));
};

const rankOf = (heart: string): number => (heart === "Principale" ? 0 : heart === "" ? 2 : 1);

const inOrder = (own: ReadonlyMap<string, number>): Skilled => {
  const ordered = [...own].sort(([, one], [, other]) => one - other);
  return { skills: ordered.map(([skill]) => skill), coreSkills: ordered.filter(([, rank]) => rank === 0).length };
};

/** Where one can move to from each occupation (unix_rubrique_mobilite), nearest first. */
export const readMobility = (
  rows: readonly CsvRow[],
  { occupations }: Pick<Known, "occupations">,
  refuse: Refuse,
): Map<string, string[]> => {
  const moves = new Map<string, { to: string; rank: number }[]>();
  for (const { line, get } of rows) {
    const from = get("code_rome");
    const to = get("code_rome_cible");
    const rank = Number(get("numero_ordre"));
    const unknown = [from, to].find((code) => !occupations.has(code));
    if (unknown !== undefined) refuse(line, `métier « ${unknown} » inconnu`);
    else if (from === to) refuse(line, `le métier ${from} mène à lui-même`);
    else if (!(rank > 0)) refuse(line, `« ${get("numero_ordre")} » n’est pas un rang`);
    else moves.set(from, [...(moves.get(from) ?? []), { to, rank }]);
  }
  return new Map([...moves].map(([from, all]) => [from, nearestFirst(all)]));
};

const nearestFirst = (moves: readonly { to: string; rank: number }[]): string[] => [
  ...new Set([...moves].sort((one, other) => one.rank - other.rank).map(({ to }) => to)),
];
