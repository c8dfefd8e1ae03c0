import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Official files as a test wants them: their names, and their lines, heading first. */
export type OfficialFiles = Readonly<Record<string, readonly string[]>>;

/** Three occupations of which we wrote one, as the State would publish them. */
export const officialFiles: OfficialFiles = {
  "unix_referentiel_code_rome_v460_utf8.csv": [
    '"code_rome","libelle_rome","code_rome_parent"',
    '"J1501","Aide-soignant / Aide-soignante","J1501"',
    '"B1201","Céramiste","B1201"',
    '"J1115","Pédiatre","J1102"',
  ],
  "unix_referentiel_appellation_v460_utf8.csv": [
    '"code_ogr","libelle_appellation_long","code_rome"',
    '"1","Potier / Potière","B1201"',
    '"2","Aide-soignant / Aide-soignante en gériatrie","J1501"',
  ],
  "unix_referentiel_competence_v460_utf8.csv": [
    '"code_ogr","nature","libelle_competence","cat_comp"',
    '"100","Compétence","Tourner une pièce au tour de potier","Savoir-faire"',
    '"101","Compétence","Respecter des règles d\'hygiène","Savoir-faire"',
    '"102","Macro-compétence","Faire preuve d\'autonomie","Savoir-être professionnel"',
    '"103","Compétence","Cuire des pièces","Savoir-faire"',
  ],
  "unix_coherence_item_v460_utf8.csv": [
    '"code_rome","code_ogr","coeur_metier"',
    '"B1201","103",""',
    '"B1201","102",""',
    '"B1201","100","Principale"',
    '"J1501","101","Principale"',
  ],
  "unix_rubrique_mobilite_v460_utf8.csv": [
    '"code_rome","code_rome_cible","numero_ordre"',
    '"B1201","J1115","2"',
    '"B1201","J1501","1"',
  ],
  "communes_ze2020_2022.csv": ["CODGEO,LIBGEO,ZE2020,LIBZE2020", "19272,Tulle,7541,Tulle", "19031,Brive,7502,Brive"],
  "lexique-bassins.csv": ["CODE_COMMUNE_INSEE,NOMCOM,BE19,NOMBE19", "19272,Tulle,7408,TULLE"],
};

/** Writes them to a folder of their own, and says where; null leaves a file out. */
export const givenOfficialFiles = (changes: Readonly<Record<string, readonly string[] | null>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), "elan-official-"));
  mkdirSync(join(folder, "rome"));
  for (const [name, lines] of Object.entries({ ...officialFiles, ...changes }))
    if (lines !== null) writeFileSync(join(folder, name.startsWith("unix") ? "rome" : "", name), lines.join("\n"));
  return folder;
};
