import { beforeAll, describe, expect, it } from "vitest";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { gappedText, placedText, plainText, wrappedText } from "#test/support/given-cv-texts.ts";
import { communesOfCorreze } from "./commune-finders.ts";
import { freshCvs } from "./corpus/fresh-cvs.ts";
import { laterCvs } from "./corpus/later-cvs.ts";
import { seenCvs } from "./corpus/seen-cvs.ts";
import { toldCvs } from "./corpus/told-cvs.ts";
import { unseenCvs } from "./corpus/unseen-cvs.ts";
import { type ReadingTotals, scoreReading, totalReading } from "./score-reading.ts";

const forms = {
  "placed as in a PDF": placedText,
  "a row a line": plainText,
  "columns side by side": gappedText,
  "lines cut by the page": wrappedText,
};
const cvs = [...seenCvs, ...unseenCvs];

const reading = { today: "2026-11-22", findCommune: communesOfCorreze };

const totals = (form: keyof typeof forms): ReadingTotals =>
  totalReading(cvs.map((cv) => scoreReading(readCvText(forms[form](cv), reading), cv.expected)));

/** Indexes are built by the first reading, which a busy machine makes slow. */
beforeAll(() => void readCvText({ lines: [{ text: "Maçon, Tulle", page: 1 }] }, reading), 120_000);

describe("forty CVs of a rural département", () => {
  it("are forty, with distinct names", () => {
    expect(new Set(cvs.map(({ id }) => id)).size).toBe(40);
  });

  it.each(Object.keys(forms) as (keyof typeof forms)[])("(%s) are read above the bars", (form) => {
    const total = totals(form);

    expect(total.first).toBeGreaterThanOrEqual(0.85);
    expect(total.three).toBeGreaterThanOrEqual(0.95);
    expect(total.skills).toBeGreaterThanOrEqual(0.75);
    expect(total.licences).toBeGreaterThanOrEqual(0.95);
    expect(total.commune).toBeGreaterThanOrEqual(0.95);
    expect(total.diplomas).toBeGreaterThanOrEqual(0.9);
    expect(total.languages).toBeGreaterThanOrEqual(0.9);
    // A date that the page cuts in two is not put together again.
    expect(total.months).toBeGreaterThanOrEqual(form === "lines cut by the page" ? 0.75 : 0.85);
  });

  it.each([
    ["ten written later", laterCvs],
    ["ten odder ones, written without a look at the reader", freshCvs],
    ["eight told in sentences", toldCvs],
  ])("are not the only ones: %s are read above the bars too", (_name, others) => {
    const total = totalReading(others.map((cv) => scoreReading(readCvText(placedText(cv), reading), cv.expected)));

    expect(total.first).toBeGreaterThanOrEqual(0.85);
    expect(total.three).toBeGreaterThanOrEqual(0.95);
    expect(total.skills).toBeGreaterThanOrEqual(0.75);
    expect(total.licences).toBeGreaterThanOrEqual(0.95);
    expect(total.commune).toBeGreaterThanOrEqual(0.95);
  });

  it("keep in every source words that the CV holds", () => {
    // What a picture made unlike is shown mended.
    for (const cv of cvs.filter(({ id }) => !id.endsWith("-ocr"))) {
      const text = plainText(cv);
      const found = readCvText(text, reading);
      const sources = [...found.occupations, ...found.skills, ...found.licences, ...found.diplomas, ...found.languages];

      for (const { source } of sources) {
        // A statement that the page cut is read with the line after it.
        const line = text.lines
          .slice(source.line, source.line + 2)
          .map((row) => row.text)
          .join(" ");
        for (const word of source.words.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 3))
          expect(line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")).toContain(word.toLowerCase());
      }
    }
  });

  it("are read the same twice", () => {
    for (const cv of cvs) expect(readCvText(placedText(cv), reading)).toEqual(readCvText(placedText(cv), reading));
  });
});
