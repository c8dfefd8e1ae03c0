import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dismissSpare, keepOneReady, readApart } from "#server/cvs/reader/read-apart.ts";
import type { CvText } from "#shared/cvs/cv-findings.ts";
import { readCvText } from "#shared/cvs/read-cv-text.ts";
import { cvDocx, paragraph, tableRow } from "#test/support/given-cv-files.ts";
import { placedText } from "#test/support/given-cv-texts.ts";
import { aPdf, type PdfWords } from "#test/support/given-pdf.ts";
import { communesOfCorreze } from "./commune-finders.ts";
import { seenCvs } from "./corpus/seen-cvs.ts";
import { unseenCvs } from "./corpus/unseen-cvs.ts";
import type { CvBlock, WrittenCv } from "./corpus/written-cv.ts";
import { scoreReading, totalReading } from "./score-reading.ts";

beforeAll(() => keepOneReady(), 60_000);
afterAll(dismissSpare);

const cvs = [...seenCvs, ...unseenCvs];

/** Each run of words where it stands on a page; what falls below the first page is on the next. */
const asPdf = (cv: WrittenCv): Buffer => {
  const pages: PdfWords[][] = [];
  for (const { text, x = 0, y = 0, size = 10 } of placedText(cv).lines) {
    const page = Math.floor(y / 800);
    while (pages.length <= page) pages.push([]);
    pages[page]?.push({ text, x, y: y - page * 800 + 20, size });
  }
  return aPdf(pages);
};

/** As a word processor lays it: paragraphs, a table for the rows of two cells, a table of two columns for the rest. */
const asDocx = (cv: WrittenCv): Buffer => {
  const column = (name: CvBlock["column"]): string =>
    cv.blocks
      .filter((block) => block.column === name)
      .map(block)
      .join("");
  const sides = column("side") === "" ? column("main") : table(tableRow([column("side"), column("main")]));
  return cvDocx([], { body: column("top") + sides });
};

const table = (rows: string): string => `<w:tbl>${rows}</w:tbl>`;

const block = ({ heading, rows }: CvBlock): string =>
  (heading === null ? "" : paragraph(heading)) +
  rows
    .map(({ left, text }) => (left === null ? paragraph(text) : table(tableRow([paragraph(left), paragraph(text)]))))
    .join("");

const understood = async (name: string, bytes: Buffer): Promise<CvText> => readApart({ name, bytes });

const forms = { pdf: asPdf, docx: asDocx };

describe.each(["pdf", "docx"] as const)("forty CVs in %s files", (kind) => {
  it("are read above the bars, from the file's bytes", { timeout: 180_000 }, async () => {
    const scores = [];
    for (const cv of cvs) {
      const text = await understood(`cv.${kind}`, forms[kind](cv));
      const findings = readCvText(text, { today: "2026-11-22", findCommune: communesOfCorreze });
      scores.push(scoreReading(findings, cv.expected));
    }
    const total = totalReading(scores);

    expect(scores).toHaveLength(40);
    expect(total.first).toBeGreaterThanOrEqual(0.85);
    expect(total.three).toBeGreaterThanOrEqual(0.95);
    expect(total.skills).toBeGreaterThanOrEqual(0.75);
    expect(total.licences).toBeGreaterThanOrEqual(0.95);
    expect(total.commune).toBeGreaterThanOrEqual(0.95);
  });
});
