import { afterAll, describe, expect, it } from "vitest";
import { dismissSpare, readApart } from "#server/cvs/reader/read-apart.ts";
import { refusedFiles } from "#test/cvs/catcher-refusals.ts";
import { cvDocx, cvLines, cvOdt, cvPdf, cvTxt, paragraph, relations, tableRow } from "#test/support/given-cv-files.ts";
import { aPdf, columns } from "#test/support/given-pdf.ts";
import { lockPdf, pdfLocks } from "#test/support/locked-pdf.ts";

afterAll(dismissSpare);

const linesOf = async (name: string, bytes: Buffer): Promise<string[]> =>
  (await readApart({ name, bytes })).lines.map(({ text }) => text);

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("a CV's file gives its lines", () => {
  it.each([
    ["cv.pdf", cvPdf()],
    ["CV Lina été 2026.PDF", cvPdf()],
    ["cv.docx", cvDocx()],
    ["cv.odt", cvOdt()],
    ["cv.txt", cvTxt()],
    ["cv-utf16.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(cvLines.join("\n"))])],
    ["cv-utf16-sans-marque.txt", utf16(cvLines.join("\n"))],
  ])("%s", async (name, bytes) => {
    expect(await linesOf(name, bytes)).toEqual([...cvLines]);
  });

  it("of a text of older Windows, with its accents", async () => {
    expect(await linesOf("cv.txt", Buffer.from("Expérience : maçon à Ussel", "latin1"))).toEqual([
      "Expérience : maçon à Ussel",
    ]);
  });

  it("of two columns of a PDF, apart and in their places", async () => {
    const { lines } = await readApart({
      name: "cv.pdf",
      bytes: aPdf([columns(["Compétences", "Soudure à l’arc"], ["Expérience", "Soudeur, 3 ans"])]),
    });

    expect(lines.map(({ text, page, x }) => [text, page, x])).toEqual([
      ["Compétences", 1, 50],
      ["Soudure à l’arc", 1, 50],
      ["Expérience", 1, 330],
      ["Soudeur, 3 ans", 1, 330],
    ]);
    expect(lines[1]).toMatchObject({ y: 78, size: 11 });
  });

  it.each(pdfLocks)("of a PDF that forbids copying and opens without a password (%s)", async (lock) => {
    const bytes = aPdf([columns(cvLines)], { locked: lockPdf(lock) });

    expect(await linesOf("cv.pdf", bytes)).toEqual([...cvLines]);
  });

  it("of two pages of a PDF", async () => {
    const { lines } = await readApart({
      name: "cv.pdf",
      bytes: aPdf([columns(["Maçon depuis vingt ans, à Tulle"]), columns(["Permis B et CACES R482 A"])]),
    });

    expect(lines.map(({ page }) => page)).toEqual([1, 2]);
  });

  it("of a Word table: a row of short cells is one line, longer cells are columns", async () => {
    const body = `<w:tbl>${tableRow([paragraph("2019 – 2025"), paragraph("Soudeur")])}${tableRow([
      paragraph("Langues") + paragraph("Anglais"),
      paragraph("Permis B"),
    ])}</w:tbl>`;

    expect(await linesOf("cv.docx", cvDocx([], { body }))).toEqual([
      "2019 – 2025\tSoudeur",
      "Langues",
      "Anglais",
      "Permis B",
    ]);
  });

  it("of a Word text box, once, and of its headers", async () => {
    const box = `<w:txbxContent>${paragraph("Permis B")}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent><w:t>Soudeur</w:t></w:r></w:p>`;
    const parts = [{ name: "word/header1.xml", content: `<w:hdr xmlns:w="w">${paragraph("Lina Verdier")}</w:hdr>` }];

    expect(await linesOf("cv.docx", cvDocx([], { body, parts }))).toEqual(["Lina Verdier", "Permis B", "Soudeur"]);
  });

  it("of a Word file with links that one presses", async () => {
    const link =
      '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@exemple.invalid" TargetMode="External"/>';

    expect(await linesOf("cv.docx", cvDocx(cvLines, { parts: [relations(link)] }))).toEqual([...cvLines]);
  });
});

describe("a file is refused with its own code:", () => {
  it.each(refusedFiles)("%s", async (_what, name, bytes, code) => {
    await expect(readApart({ name, bytes: bytes() })).rejects.toMatchObject({ name: "Refused", code });
  });
});
