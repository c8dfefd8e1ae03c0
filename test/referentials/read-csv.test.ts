import { describe, expect, it } from "vitest";
import { readCsv } from "#server/referentials/import/read-csv.ts";

const read = (text: string) => {
  const { columns, rows, damaged } = readCsv(text);
  return { rows: rows.map(({ line, get }) => [line, ...columns.map(get)]), damaged };
};

describe("a CSV file is read alike", () => {
  const expected = [
    [2, "A1101", "Conducteur, conductrice"],
    [3, "A1102", ""],
  ];

  it.each([
    ["with quotes", '"code","nom"\n"A1101","Conducteur, conductrice"\n"A1102",""\n'],
    ["with the mark of Windows", '\uFEFF"code","nom"\n"A1101","Conducteur, conductrice"\n"A1102",""'],
    ["with Windows’s ends of line", '"code","nom"\r\n"A1101","Conducteur, conductrice"\r\n"A1102",\r\n'],
    ["with semicolons", "code;nom\nA1101;Conducteur, conductrice\nA1102;"],
    ["with capitals and spaces in the heading", ' CODE ,"Nom"\nA1101,"Conducteur, conductrice"\nA1102,'],
    ["with an empty line at the end", '"code","nom"\nA1101,"Conducteur, conductrice"\nA1102,""\n\n'],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual({ rows: expected, damaged: [] });
  });

  it("whatever the order of its columns", () => {
    const { rows } = readCsv("nom,code\nConducteur,A1101");

    expect(rows.map(({ get }) => get("code"))).toEqual(["A1101"]);
  });
});

describe("inside quotes", () => {
  it("are kept quotes, separators and ends of line, and lines are counted on", () => {
    expect(read('a,b\n"un ""deux""","trois,\nquatre"\ncinq,six').rows).toEqual([
      [2, 'un "deux"', "trois,\nquatre"],
      [4, "cinq", "six"],
    ]);
  });
});

describe("a damaged line", () => {
  it("is told, and the others are read", () => {
    expect(read('a,b\n1,2\n3\n4,5,6\n7,8\n"9"x,10')).toEqual({
      rows: [
        [2, "1", "2"],
        [5, "7", "8"],
        [6, "x", "10"],
      ],
      damaged: [
        { line: 3, reason: "2 colonnes attendues, 1 ici" },
        { line: 4, reason: "2 colonnes attendues, 3 ici" },
        { line: 6, reason: "2 colonnes attendues, 1 ici" },
      ],
    });
  });

  it("is the last one when a quote is never closed", () => {
    expect(read('a,b\n1,2\n"3,4\n5,6')).toEqual({
      rows: [[2, "1", "2"]],
      damaged: [{ line: 3, reason: "guillemet jamais refermé" }],
    });
  });

  it("is none in an empty file", () => {
    expect(read("")).toEqual({ rows: [], damaged: [] });
  });
});
