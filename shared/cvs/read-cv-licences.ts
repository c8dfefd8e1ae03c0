import { type Licence, licenceByCode, licences } from "#shared/referentials/licence.ts";
import type { FoundLicence } from "./cv-findings.ts";
import { findCaces } from "./read-cv-caces.ts";
import { findDrivingLicences } from "./read-cv-driving.ts";
import { findHabilitations } from "./read-cv-habilitations.ts";
import type { PlacedRow } from "./read-cv-sections.ts";
import { findStateDiplomas } from "./read-cv-state-diplomas.ts";

/** The code of a licence and the words that name it. */
export type LicenceHit = { readonly code: string; readonly words: string };

const readers: readonly ((row: PlacedRow) => readonly LicenceHit[])[] = [
  findDrivingLicences,
  findCaces,
  findHabilitations,
  findStateDiplomas,
];

/** Everything of the closed list that the rows name, each once, in the order of the list's families. */
export const findLicences = (rows: readonly PlacedRow[]): FoundLicence[] => {
  const found = new Map<string, FoundLicence>();
  for (const row of rows)
    for (const { code, words } of readers.flatMap((read) => read(row))) {
      const licence = licenceByCode(code);
      if (licence === undefined || found.has(code)) continue;
      found.set(code, { code, label: licence.label, source: { words: words.trim(), line: row.line, page: row.page } });
    }
  return licences.flatMap(({ code }: Licence) => found.get(code) ?? []);
};
