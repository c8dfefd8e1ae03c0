import { describe, expect, it } from "vitest";
import { readFolder } from "#server/referentials/import/read-folder.ts";
import { givenOfficialFiles, officialFiles } from "#test/support/given-official-files.ts";

const occupations = "unix_referentiel_code_rome_v460_utf8.csv";
const names = "unix_referentiel_appellation_v460_utf8.csv";
const moves = "unix_rubrique_mobilite_v460_utf8.csv";
const linesOf = (file: string): readonly string[] => officialFiles[file] ?? [];

describe("a folder of official files", () => {
  it("gives occupations with their names, skills by heart and mobility by rank", () => {
    const { parts, refusals, remarks } = readFolder(givenOfficialFiles());

    expect(parts.rome?.edition).toBe("460");
    expect(parts.rome?.occupations[1]).toEqual({
      code: "B1201",
      masculine: "Céramiste",
      feminine: "Céramiste",
      parent: "B1201",
      names: ["Potier", "Potière"],
      texts: [],
      skills: ["100", "103"],
      coreSkills: 1,
      mobility: ["J1501", "J1115"],
    });
    expect(parts.rome?.skills.map(({ code }) => code)).toEqual(["100", "101", "103"]);
    expect([refusals, remarks]).toEqual([[], []]);
  });

  it("gives areas, under the name of the commune they are called after", () => {
    const { parts } = readFolder(
      givenOfficialFiles({
        "lexique-bassins.csv": [
          "CODE_COMMUNE_INSEE,NOMCOM,BE26,NOMBE26",
          "01053,Bourg-en-Bresse,1,BOURG EN BRESSE",
          "1004,Ambérieu,2,VALLEE DE L AIN",
        ],
      }),
    );

    expect(parts.basins).toEqual({
      names: { "1": "Bourg-en-Bresse", "2": "Vallee de l Ain" },
      byCommune: { "01053": "1", "01004": "2" },
    });
  });

  it("is read in its newest edition", () => {
    const folder = givenOfficialFiles({
      "unix_referentiel_code_rome_v461_utf8.csv": linesOf(occupations).slice(0, 3),
      "unix_referentiel_appellation_v461_utf8.csv": linesOf(names).slice(0, 2),
    });

    const { parts } = readFolder(folder);

    expect([parts.rome?.edition, parts.rome?.occupations.length]).toEqual(["461", 2]);
  });

  it("may lack what is optional, and says what that means", () => {
    const { parts, remarks } = readFolder(givenOfficialFiles({ [moves]: null, "lexique-bassins.csv": null }));

    expect(parts.basins).toBeUndefined();
    expect(parts.rome?.occupations.every(({ mobility }) => mobility.length === 0)).toBe(true);
    expect(remarks).toEqual([
      "unix_rubrique_mobilite_v460_utf8.csv n’est pas là : les métiers proches restent ceux de la liste intégrée.",
      "Aucun fichier lexique-bassins… ici : les bassins d’emploi restent ceux d’avant.",
    ]);
  });
});

describe("what cannot be used", () => {
  it("is refused with its file, its line and why, and the rest is kept", () => {
    const many = Array.from({ length: 60 }, (_, at) => `"B1201","J1115","${at + 2}"`);
    const folder = givenOfficialFiles({
      [moves]: [
        ...linesOf(moves),
        ...many,
        '"B1201","Z9999","3"',
        '"B1201","B1201","3"',
        '"B1201","J1115","premier"',
        '"B1201"',
      ],
    });

    const { refusals, files, parts } = readFolder(folder);

    expect(refusals).toEqual([
      { file: moves, line: 67, reason: "3 colonnes attendues, 1 ici" },
      { file: moves, line: 64, reason: "métier « Z9999 » inconnu" },
      { file: moves, line: 65, reason: "le métier B1201 mène à lui-même" },
      { file: moves, line: 66, reason: "« premier » n’est pas un rang" },
    ]);
    expect(files.find(({ file }) => file === moves)).toEqual({ file: moves, lines: 66, refused: 4 });
    expect(parts.rome?.occupations[1]?.mobility).toEqual(["J1501", "J1115"]);
  });

  it.each([
    [
      "a file mostly refused",
      { [names]: ['"code_ogr","libelle_appellation_long","code_rome"', '"1","Potier","X"'] },
      /^unix_referentiel_appellation_v460_utf8.csv est trop abîmé \(lignes refusées : 1 sur 1\)/,
    ],
    [
      "a file without its columns",
      { [occupations]: ["a,b", "1,2"] },
      /il manque la colonne code_rome\. Rien n’a été changé\.$/,
    ],
    ["a missing file", { [names]: null }, /^Il manque unix_referentiel_appellation_v460_utf8.csv\.$/],
    [
      "a quote that nothing closes",
      { "communes_ze2020_2022.csv": ["CODGEO,LIBGEO,ZE2020,LIBZE2020", '"19272,Tulle,1,Tulle'] },
      /guillemet jamais refermé/,
    ],
    ["an empty file", { [occupations]: [] }, /il manque la colonne code_rome/],
  ])("refuses the whole import: %s", (_, changes, sentence) => {
    expect(() => readFolder(givenOfficialFiles(changes))).toThrow(sentence);
  });

  it("is a folder without official files, or none at all", () => {
    const nothing = Object.fromEntries(Object.keys(officialFiles).map((name) => [name, null]));

    expect(() => readFolder(givenOfficialFiles(nothing))).toThrow(/ne contient aucun fichier attendu/);
    expect(() => readFolder("/no/such/folder")).toThrow("Le dossier /no/such/folder ne se lit pas. Vérifiez son nom.");
  });
});
