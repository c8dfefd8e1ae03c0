import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CsvRow, readCsv } from "#server/referentials/import/read-csv.ts";
import { analyse } from "#shared/referentials/french.ts";
import type { DescribedOccupation } from "./matching-clues.ts";

/** ROME as published: what occupations are made of, and the moves that judge. */
export type Rome = {
  readonly occupations: readonly DescribedOccupation[];
  readonly mobility: ReadonlyMap<string, ReadonlySet<string>>;
};

/** How much each trait weighs in what two share; chosen by hand, as were the kinds of traits. */
const weightOf = { skill: 1, core: 1.5, knowledge: 1.2, macro: 0.7, context: 0.5, sector: 1, mainSector: 2 } as const;
const wordWeight = { title: 2, definition: 1, access: 0.5, skill: 0.5, knowledge: 0.5 } as const;

/** @returns null when the folder has no such files */
export const readRome = (folder: string): Rome | null => {
  const files = filesOf(folder);
  const rows = (part: string): readonly CsvRow[] => {
    const file = files.find((name) => new RegExp(`^unix_${part}_v\\d+`, "i").test(name));
    return file === undefined ? [] : readCsv(readFileSync(join(folder, file), "utf8")).rows;
  };
  const codes = rows("referentiel_code_rome");
  const mobility = mobilityOf(rows("rubrique_mobilite"));
  if (codes.length === 0 || mobility.size === 0) return null;
  const bags = new Map(codes.map((row) => [row.get("code_rome"), blankBag()]));
  addLinks(bags, rows);
  addTexts(bags, rows);
  addSectors(bags, rows);
  return {
    mobility,
    occupations: codes.map((row) => {
      const code = row.get("code_rome");
      const bag = bags.get(code) ?? blankBag();
      return {
        code,
        parent: row.get("code_rome_parent") || code,
        senior: row.get("emploi_cadre") !== "",
        regulated: row.get("emploi_reglemente") !== "",
        ...told(bag),
      };
    }),
  };
};

type Kind = keyof typeof wordWeight;
type Bag = {
  traits: Map<string, number>;
  words: Record<Kind, Map<string, number>>;
  sectors: Map<string, number>;
  names: number;
  skills: number;
};
type Bags = ReadonlyMap<string, Bag>;
type Rows = (part: string) => readonly CsvRow[];

const blankBag = (): Bag => ({
  traits: new Map(),
  words: { title: new Map(), definition: new Map(), access: new Map(), skill: new Map(), knowledge: new Map() },
  sectors: new Map(),
  names: 0,
  skills: 0,
});

const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const mobilityOf = (rows: readonly CsvRow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const moves = new Map<string, Set<string>>();
  for (const row of rows) {
    const from = row.get("code_rome");
    const to = row.get("code_rome_cible");
    if (from !== to) moves.set(from, (moves.get(from) ?? new Set()).add(to));
  }
  return moves;
};

const addLinks = (bags: Bags, rows: Rows): void => {
  const skills = new Map(rows("referentiel_competence").map((row) => [row.get("code_ogr"), row]));
  const knowledge = new Map(rows("referentiel_savoir").map((row) => [row.get("code_ogr_savoir"), row]));
  const contexts = new Set(rows("referentiel_contexte_travail").map((row) => row.get("code_ogr")));
  for (const row of rows("coherence_item")) {
    const bag = bags.get(row.get("code_rome"));
    const item = row.get("code_ogr");
    const core = row.get("coeur_metier") === "" ? weightOf.skill : weightOf.core;
    const known = knowledge.get(item);
    if (bag === undefined) continue;
    addSkill(bag, skills.get(item), core);
    if (known !== undefined) {
      bag.traits.set(item, core * weightOf.knowledge);
      count(bag.words.knowledge, known.get("libelle_savoir"));
    }
    if (contexts.has(item)) bag.traits.set(`x${item}`, weightOf.context);
  }
};

const addSkill = (bag: Bag, skill: CsvRow | undefined, weight: number): void => {
  if (skill === undefined) return;
  bag.traits.set(skill.get("code_ogr"), weight);
  const macro = skill.get("code_ogr_macro_comp");
  if (macro !== "") bag.traits.set(`m${macro}`, weightOf.macro);
  bag.skills += 1;
  count(bag.words.skill, skill.get("libelle_competence"));
};

const addTexts = (bags: Bags, rows: Rows): void => {
  const bagOf = (row: CsvRow): Bag => bags.get(row.get("code_rome")) ?? blankBag();
  for (const row of rows("referentiel_appellation")) {
    const bag = bagOf(row);
    bag.names += 1;
    count(bag.words.title, row.get("libelle_appellation_court"));
  }
  for (const row of rows("referentiel_code_rome")) {
    const label = row.get("libelle_rome");
    count(bagOf(row).words.title, `${label} ${label}`); // the official name weighs twice
  }
  for (const row of rows("texte")) {
    const { definition, access } = bagOf(row).words;
    count(row.get("libelle_type_texte") === "definition" ? definition : access, row.get("libelle_texte"));
  }
};

const count = (words: Map<string, number>, text: string): void => {
  for (const word of analyse(text)) words.set(word, (words.get(word) ?? 0) + 1);
};

/** The trees of activities that a person browses: a main branch counts double. */
const addSectors = (bags: Bags, rows: Rows): void => {
  for (const row of rows("arborescence_secteur_activite")) {
    const sectors = bags.get(row.get("code_rome"))?.sectors;
    const weight = row.get("principal") === "oui" ? weightOf.mainSector : weightOf.sector;
    sectors?.set(row.get("code_sect_activite"), weight);
    sectors?.set(`part of ${row.get("code_ss_sect_activite")}`, weightOf.sector);
  }
};

/** Words are traits too; those of the ways in (diplomas, licences) apart from those of the work. */
const told = ({
  traits,
  words,
  ...rest
}: Bag): Omit<DescribedOccupation, "code" | "parent" | "senior" | "regulated"> => {
  const all = new Map<string, number>();
  for (const kind of ["title", "definition", "access", "skill", "knowledge"] as const) {
    for (const [word, weight] of logged(words[kind])) {
      const trait = `${kind === "access" ? "a" : "w"} ${word}`;
      traits.set(trait, (traits.get(trait) ?? 0) + wordWeight[kind] * weight);
      all.set(word, (all.get(word) ?? 0) + wordWeight[kind] * weight);
    }
  }
  const { definition, skill, knowledge } = words;
  return {
    ...rest,
    traits,
    words: { all, definition: logged(definition), skills: logged(skill), knowledge: logged(knowledge) },
  };
};

const logged = (words: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...words].map(([word, times]) => [word, 1 + Math.log(times)]));
