import type { PartName } from "./official.ts";
import type { ReadFile, Reading } from "./read-folder.ts";

/** What was read, file by file, then what was refused, line by line. */
export const sayReading = ({ parts, files, refusals, remarks }: Reading): string =>
  lines([
    ...files.map(sayFile),
    ...remarks,
    ...refusals.map(({ file, line, reason }) => `${file}, ligne ${line} : ${reason}.`),
    ...(parts.rome
      ? [
          `ROME v${parts.rome.edition} : ${count(parts.rome.occupations.length)} métiers, ${count(parts.rome.skills.length)} compétences, ${count(sum(parts.rome.occupations.map(({ names }) => names.length)))} autres noms, ${count(sum(parts.rome.occupations.map(({ mobility }) => mobility.length)))} passages d’un métier à l’autre.`,
        ]
      : []),
    ...(parts["employment-zones"]
      ? [`${count(Object.keys(parts["employment-zones"].names).length)} zones d’emploi.`]
      : []),
    ...(parts.basins ? [`${count(Object.keys(parts.basins.names).length)} bassins d’emploi.`] : []),
  ]);

export const sayChanged = (changed: readonly PartName[]): string =>
  changed.length === 0
    ? "Rien de nouveau.\n"
    : `Importé : ${changed.map((name) => partLabels[name]).join(", ")}. ${restart}\n`;

export const sayForgotten = (forgotten: boolean): string =>
  forgotten
    ? `Les listes officielles sont oubliées. ${restart}\n`
    : "Rien à oublier : la liste intégrée est en usage.\n";

/** Indexes and scores worked out from one list must not meet those of another: a process reads them when it starts. */
const restart = "Le produit s’en servira à son prochain démarrage.";

const partLabels: Record<PartName, string> = {
  rome: "métiers et compétences",
  "employment-zones": "zones d’emploi",
  basins: "bassins d’emploi",
};

const sayFile = ({ file, lines: read, refused }: ReadFile): string =>
  `${file} : ${count(read)} lignes, ${refused === 0 ? "aucune refusée" : refused === 1 ? "1 refusée" : `${count(refused)} refusées`}.`;

const count = (value: number): string => value.toLocaleString("fr-FR");
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");
