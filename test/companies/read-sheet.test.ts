import { describe, expect, it } from "vitest";
import { readSheet } from "#server/platform/sheets/read-sheet.ts";
import { sheetLimits } from "#server/platform/sheets/sheet-limits.ts";
import { findHeadings, readColumns } from "#shared/companies/import-columns.ts";
import { aSheetBomb, aWorkbook } from "#test/support/given-sheets.ts";
import { aZip } from "#test/support/given-zip.ts";

const csv = (text: string, encoding: "utf8" | "latin1" = "utf8") => Buffer.from(text, encoding);

describe("a table", () => {
  it.each([
    ["semicolons", csv("nom;ville\nScierie;Tulle\n")],
    ["commas", csv('nom,ville\n"Scierie",Tulle')],
    ["tabs and Windows ends of line", csv("nom\tville\r\nScierie\tTulle\r\n")],
    ["an UTF-8 mark", csv("\ufeffnom;ville\nScierie;Tulle")],
    [
      "a workbook",
      aWorkbook([
        ["nom", "ville"],
        ["Scierie", "Tulle"],
      ]),
    ], // prettier than it looks
  ])("is read with %s", async (_what, bytes) => {
    expect(await readSheet(bytes)).toEqual([
      ["nom", "ville"],
      ["Scierie", "Tulle"],
    ]);
  });

  it("is read in Windows-1252, quotes, line breaks and separators inside cells kept", async () => {
    const rows = await readSheet(csv('Société;Note\nL\x92Été;"dit ""oui"";\nrappeler"', "latin1"));

    expect(rows).toEqual([
      ["Société", "Note"],
      ["L’Été", 'dit "oui";\nrappeler'],
    ]);
  });

  it("keeps the digits of a SIRET that Excel made a number, and never computes a formula", async () => {
    const [[siret, formula] = []] = await readSheet(aWorkbook([[73282932000074, "=1+1"]]));

    expect([siret, formula]).toEqual(["73282932000074", "=1+1"]);
  });

  it.each([
    ["a bomb", aSheetBomb(), "sheet-too-big"],
    ["an archive that is no workbook", aZip([{ name: "a.txt", content: "a" }]), "sheet-unreadable"],
    ["a cut archive", aWorkbook([["nom", "ville"]]).subarray(0, 200), "sheet-unreadable"],
    ["bytes without sense", Buffer.from([1, 0, 2, 0, 3]), "sheet-unreadable"],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "sheet-encrypted"],
    ["nothing", csv(" ;\n;"), "sheet-empty"],
    ["too many lines", csv("a;b\n".repeat(sheetLimits.rows + 2)), "sheet-too-big"],
    [
      "entities that multiply",
      aZip([{ name: "xl/workbook.xml", content: '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>' }]),
      "sheet-unreadable",
    ],
  ])("is refused when it is %s", async (_what, bytes, fault) => {
    await expect(readSheet(bytes)).rejects.toMatchObject({ fault });
  });
});

describe("the columns of a list", () => {
  it.each([
    [
      ["N° SIRET", "Raison sociale", "Code Postal", "Ville"],
      ["siret", "name", "postcode", "commune"],
    ],
    [
      ["VILLE", "Nom de l'entreprise", "E-mail", "Tél."],
      ["commune", "name", "contactEmail", "contactPhone"],
    ],
    [
      ["Commune", "Commune", "Mystère"],
      ["commune", null, null],
    ],
  ])("are recognised in any order: %j", (headings, fields) => {
    expect(readColumns(headings)).toEqual(fields);
  });

  it("are found under a title, and not invented", () => {
    expect(findHeadings([["Réseau 2026"], [], ["Entreprise", "Ville"], ["A", "Tulle"]])).toBe(2);
    expect(
      findHeadings([
        ["a", "b"],
        ["1", "2"],
      ]),
    ).toBe(-1);
  });
});
