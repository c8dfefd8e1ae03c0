import { expect, it } from "vitest";
import { readCsv } from "#server/referentials/import/read-csv.ts";
import { readKnowledge, readKnowledgeLinks, readTexts } from "#server/referentials/import/read-texts.ts";

const rows = (...lines: string[]) => readCsv(lines.join("\n")).rows;

it("the sentences of an occupation are read in order, their apostrophes mended, unknown occupations refused", () => {
  const refused: number[] = [];

  const texts = readTexts(
    rows("code_rome,libelle_texte", "B1201,Tourne l''argile.", "Z9999,Rien.", "B1201,Cuit."),
    { occupations: new Map([["B1201", null]]) },
    (line) => refused.push(line),
  );

  expect([...texts]).toEqual([["B1201", ["Tourne l’argile.", "Cuit."]]]);
  expect(refused).toEqual([3]);
});

it("knowledge goes to the occupations that ask for it", () => {
  const knowledge = readKnowledge(rows("code_ogr_savoir,libelle_savoir", "7,Émaux", "8,Argiles"), () => {});

  const links = readKnowledgeLinks(rows("code_rome,code_ogr", "B1201,7", "B1201,9", "B1201,8"), knowledge);

  expect([...links]).toEqual([["B1201", ["Émaux", "Argiles"]]]);
});
