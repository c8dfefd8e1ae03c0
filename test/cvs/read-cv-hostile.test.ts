import { describe, expect, it } from "vitest";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { noCommune } from "./commune-finders.ts";

const reading = { today: "2026-11-22", findCommune: noCommune };

const read = (lines: readonly string[]): number => {
  const start = performance.now();
  readCvText({ lines: lines.map((text) => ({ text, page: 1 })) }, reading);
  return performance.now() - start;
};

/** Texts made to be slow; each is as long as the service lets one be. */
const hostile: Readonly<Record<string, string>> = {
  "one letter": "a",
  "spaces between words": "a    b    ",
  permits: "permis B, ",
  certificates: "CACES R489 1, 2, 3, ",
  dates: "de janvier 2019 à mars 2020 ",
  digits: "1 2 3 4 5 6 7 8 9 ",
  "addresses of mail": "a.a.a.a@a.a.test.",
  commas: ", , ; ; - - / / ",
  languages: "anglais et espagnol, ",
  births: "né le né le ",
  titles: "conducteur de machine et ",
  skills: "préparation des repas, ",
  elisions: "d e d a l e ",
};

describe("a CV made to be slow", () => {
  it.each(Object.entries(hostile))("(%s) is read in a time that its length bounds", (_name, piece) => {
    read(["Maçon"]);

    expect(read([piece.repeat(40_000 / piece.length)])).toBeLessThan(10_000);
    expect(read(Array.from({ length: 3000 }, () => piece.repeat(3)))).toBeLessThan(10_000);
  });
}, 120_000);
