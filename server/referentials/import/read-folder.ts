import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { areaFiles, type FileKind, type FoundFiles, findFiles, optionalFiles, requiredFiles } from "./find-files.ts";
import type { OfficialParts, OfficialRome, Refusal } from "./official.ts";
import { areaColumns, readAreas } from "./read-areas.ts";
import { type CsvRow, type CsvTable, readCsv } from "./read-csv.ts";
import { readMobility, readSkillLinks, readSkills } from "./read-links.ts";
import { type Refuse, readNames, readOccupations } from "./read-occupations.ts";
import { readKnowledge, readKnowledgeLinks, readTexts } from "./read-texts.ts";

export type ReadFile = { readonly file: string; readonly lines: number; readonly refused: number };

export type Reading = {
  readonly parts: Partial<OfficialParts>;
  readonly files: readonly ReadFile[];
  readonly refusals: readonly Refusal[];
  /** What is not in the folder, and what that means; in French. */
  readonly remarks: readonly string[];
};

/**
 * Reads the official files of a folder; nothing is written.
 * @throws with a French sentence when the folder holds nothing to import, or a file too damaged to be trusted
 */
export const readFolder = (folder: string): Reading => {
  const found = findFiles(folder);
  const shelf = openShelf(found);
  const rome = readRome(found, shelf);
  const zones = readArea("employment-zones", shelf);
  const basins = readArea("basins", shelf);
  const parts = {
    ...(rome && { rome }),
    ...(zones && { "employment-zones": zones }),
    ...(basins && { basins }),
  };
  if (Object.keys(parts).length === 0)
    throw new Error(
      `Le dossier ${folder} ne contient aucun fichier attendu : unix_…_v460_utf8.csv, communes_ze2020_….csv, lexique-bassins.csv.`,
    );
  return { parts, ...shelf.report(), remarks: remarksOf(found) };
};

/** More lines than this share refused, and the file is not what it says. */
const tolerated = 0.1;

/** Without one of these, a file is another file. Those of the areas change with the year, and are looked for there. */
const columns: Record<FileKind, readonly string[]> = {
  referentiel_code_rome: ["code_rome", "libelle_rome"],
  referentiel_appellation: ["code_rome", "libelle_appellation_long"],
  referentiel_competence: ["code_ogr", "libelle_competence", "cat_comp"],
  coherence_item: ["code_rome", "code_ogr", "coeur_metier"],
  rubrique_mobilite: ["code_rome", "code_rome_cible", "numero_ordre"],
  texte: ["code_rome", "libelle_texte"],
  referentiel_savoir: ["code_ogr_savoir", "libelle_savoir"],
  "employment-zones": [],
  basins: [],
};

type Shelf = {
  /** The lines of a file, its damaged ones refused; null when the folder has no such file. */
  readonly open: (kind: FileKind) => { readonly table: CsvTable; readonly refuse: Refuse } | null;
  readonly report: () => Pick<Reading, "files" | "refusals">;
};

const openShelf = ({ paths }: FoundFiles): Shelf => {
  const read: { file: string; lines: number; refusals: Refusal[] }[] = [];
  return {
    open: (kind) => {
      const path = paths.get(kind);
      if (path === undefined) return null;
      const table = readCsv(readFileSync(path, "utf8"));
      const file = basename(path);
      const missing = columns[kind].find((name) => !table.columns.includes(name));
      if (missing !== undefined) throw new Error(`${file} : il manque la colonne ${missing}. Rien n’a été changé.`);
      const refusals: Refusal[] = [];
      read.push({ file, lines: table.rows.length + table.damaged.length, refusals });
      const refuse: Refuse = (line, reason) => refusals.push({ file, line, reason });
      for (const { line, reason } of table.damaged) refuse(line, reason);
      return { table, refuse };
    },
    report: () => {
      for (const { file, lines, refusals } of read) refuseDamaged({ file, lines, refusals });
      return {
        files: read.map(({ file, lines, refusals }) => ({ file, lines, refused: refusals.length })),
        refusals: read.flatMap(({ refusals }) => refusals),
      };
    },
  };
};

const refuseDamaged = ({
  file,
  lines,
  refusals,
}: {
  file: string;
  lines: number;
  refusals: readonly Refusal[];
}): void => {
  const [first] = refusals;
  if (first === undefined || refusals.length <= lines * tolerated) return;
  throw new Error(
    `${file} est trop abîmé (lignes refusées : ${refusals.length} sur ${lines}). La première, ligne ${first.line} : ${first.reason}. Rien n’a été changé.`,
  );
};

const readRome = (found: FoundFiles, shelf: Shelf): OfficialRome | null => {
  if (found.edition === null) return null;
  const missing = requiredFiles.filter((kind) => !found.paths.has(kind));
  if (missing.length > 0) throw new Error(`Il manque ${missing.map((kind) => fileName(kind, found)).join(" et ")}.`);
  const titles = shelf.open("referentiel_code_rome");
  const names = shelf.open("referentiel_appellation");
  if (titles === null || names === null) return null;
  const occupations = readOccupations(titles.table.rows, titles.refuse);
  const otherNames = readNames(names.table.rows, { occupations, refuse: names.refuse });
  const listed = shelf.open("referentiel_competence");
  const skills = listed === null ? new Map() : readSkills(listed.table.rows, listed.refuse);
  const links = shelf.open("coherence_item");
  const skilled = links === null ? null : readSkillLinks(links.table.rows, { occupations, skills }, links.refuse);
  const moves = shelf.open("rubrique_mobilite");
  const mobility = moves === null ? null : readMobility(moves.table.rows, { occupations }, moves.refuse);
  const textsOf = openTexts({ shelf, occupations, links: links?.table.rows ?? [] });
  const used = new Set([...(skilled ?? new Map()).values()].flatMap((one) => one.skills));
  return {
    edition: found.edition,
    occupations: [...occupations.values()].map((occupation) => ({
      ...occupation,
      names: otherNames.get(occupation.code) ?? [],
      texts: textsOf(occupation.code),
      skills: skilled?.get(occupation.code)?.skills ?? [],
      coreSkills: skilled?.get(occupation.code)?.coreSkills ?? 0,
      mobility: mobility?.get(occupation.code) ?? [],
    })),
    skills: [...skills.values()].filter(({ code }) => used.has(code)),
  };
};

type Texts = {
  readonly shelf: Shelf;
  readonly occupations: ReadonlyMap<string, unknown>;
  readonly links: readonly CsvRow[];
};

const openTexts = ({ shelf, occupations, links }: Texts): ((code: string) => string[]) => {
  const said = shelf.open("texte");
  const texts = said === null ? null : readTexts(said.table.rows, { occupations }, said.refuse);
  const listed = shelf.open("referentiel_savoir");
  const knowledge = listed === null ? null : readKnowledge(listed.table.rows, listed.refuse);
  const known = knowledge === null ? null : readKnowledgeLinks(links, knowledge);
  return (code) => [...(texts?.get(code) ?? []), ...(known?.get(code) ?? [])];
};

const readArea = (kind: (typeof areaFiles)[number], shelf: Shelf): OfficialParts[typeof kind] | null => {
  const opened = shelf.open(kind);
  return opened === null ? null : readAreas(opened.table, areaColumns[kind], opened.refuse);
};

const fileName = (kind: FileKind, { edition }: FoundFiles): string => `unix_${kind}_v${edition}_utf8.csv`;

const remarksOf = (found: FoundFiles): string[] => {
  const { paths, edition } = found;
  if (edition === null) return ["Aucun fichier ROME ici : les métiers et les compétences restent ceux d’avant."];
  const without = optionalFiles.filter((kind) => !paths.has(kind));
  return [
    ...without.map((kind) => `${fileName(kind, found)} n’est pas là : ${consequences[kind]}`),
    ...areaFiles.filter((kind) => !paths.has(kind)).map((kind) => consequences[kind]),
  ];
};

const consequences: Record<(typeof optionalFiles)[number] | (typeof areaFiles)[number], string> = {
  referentiel_competence: "les compétences restent celles de la liste intégrée.",
  coherence_item: "aucun métier officiel n’a de compétences à lui.",
  rubrique_mobilite: "les métiers proches restent ceux de la liste intégrée.",
  "employment-zones": "Aucun fichier communes_ze… ici : les zones d’emploi restent celles d’avant.",
  basins: "Aucun fichier lexique-bassins… ici : les bassins d’emploi restent ceux d’avant.",
};
