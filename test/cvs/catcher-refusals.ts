import { randomBytes } from "node:crypto";
import type { CvRefusal } from "#shared/cvs/cv-file.ts";
import { cvDocx, cvLines, cvOdt, cvPdf, cvTxt, paragraph, relations } from "#test/support/given-cv-files.ts";
import { aPdf, columns, flate } from "#test/support/given-pdf.ts";
import { aZip } from "#test/support/given-zip.ts";
import { lockPdf, pdfLocks } from "#test/support/locked-pdf.ts";

export type RefusedFile = readonly [what: string, name: string, bytes: () => Buffer, code: CvRefusal];

const ole = (text: string): Buffer =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(text, "utf16le")]);
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024, 0x20);
const object = (text: string): { objects: readonly string[] } => ({ objects: [text] });
const page = columns(cvLines);
const external = (type: string, target: string): string =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;

/** Names that hide what a file is. */
const names: readonly RefusedFile[] = [
  ["a program behind a PDF's name", "cv.pdf.exe", cvPdf, "cv-file-name"],
  ["a program before a PDF's name", "cv.exe.pdf", cvPdf, "cv-file-name"],
  ["a name with a null byte", "cv.pdf\u0000.txt", cvPdf, "cv-file-name"],
  ["a name that climbs folders", "../../cv.pdf", cvPdf, "cv-file-name"],
  ["a name written right to left", "cv\u202efdp.docx", cvDocx, "cv-file-name"],
  ["a PDF called DOCX", "cv.docx", cvPdf, "cv-wrong-extension"],
  ["a DOCX called PDF", "cv.pdf", cvDocx, "cv-wrong-extension"],
  ["an ODT called DOCX", "cv.docx", cvOdt, "cv-wrong-extension"],
  ["a PDF called TXT", "cv.txt", cvPdf, "cv-wrong-extension"],
  ["a name without extension", "cv", cvTxt, "cv-kind-unknown"],
  ["a web page", "cv.html", cvTxt, "cv-kind-unknown"],
];

const unreadable: readonly RefusedFile[] = [
  ["an empty file", "cv.pdf", () => Buffer.alloc(0), "cv-file-empty"],
  ["a blank document", "cv.docx", () => cvDocx([" ", ""]), "cv-no-text"],
  ["a huge file", "cv.txt", () => zeros(11), "cv-file-too-big"],
  ["a book", "cv.txt", () => cvTxt(Array.from({ length: 4_000 }, () => "Un mot de plus dans ce livre")), "cv-too-long"],
  ["a PDF of 21 pages", "cv.pdf", () => aPdf(Array.from({ length: 21 }, () => page)), "cv-too-many-pages"],
  ["a scanned PDF", "cv.pdf", () => aPdf([[{ text: "p. 1", x: 10, y: 10 }]]), "cv-scanned"],
  ["a photo", "cv.jpg", () => Buffer.concat([Buffer.from("ffd8ffe0", "hex"), randomBytes(900)]), "cv-is-image"],
  [
    "a photo called PDF",
    "cv.pdf",
    () => Buffer.concat([Buffer.from("ffd8ffe0", "hex"), randomBytes(900)]),
    "cv-is-image",
  ],
  ["an old Word file", "cv.doc", () => ole("WordDocument"), "cv-old-word"],
  ["an old Word file called DOCX", "cv.docx", () => ole("WordDocument"), "cv-old-word"],
  ["a DOCX with a password", "cv.docx", () => ole("EncryptedPackage"), "cv-encrypted"],
  [
    "an ODT with a password",
    "cv.odt",
    () => cvOdt(cvLines, { parts: [{ name: "META-INF/manifest.xml", content: "<m:encryption-data/>" }] }),
    "cv-encrypted",
  ],
  [
    "a zip with a password",
    "cv.docx",
    () => aZip([{ name: "word/document.xml", content: "x", encrypted: true }]),
    "cv-encrypted",
  ],
  ["a PDF with a password", "cv.pdf", () => aPdf([page], { trailer: "/Encrypt 9 0 R" }), "cv-encrypted"],
  ...pdfLocks.map(
    (lock): RefusedFile => [
      `a PDF that a password opens (${lock})`,
      "cv.pdf",
      () => aPdf([page], { locked: lockPdf(lock, "secret") }),
      "cv-encrypted",
    ],
  ),
  ["half a PDF", "cv.pdf", () => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(3_000)]), "cv-damaged"],
  ["half a DOCX", "cv.docx", () => cvDocx().subarray(0, 500), "cv-damaged"],
  ["a DOCX cut in its XML", "cv.docx", () => cvDocx([], { body: "<w:p><w:r>" }), "cv-damaged"],
  ["bytes called TXT", "cv.txt", () => randomBytes(5_000), "cv-damaged"],
  ["bytes called PDF", "cv.pdf", () => Buffer.concat([Buffer.from("x"), randomBytes(5_000)]), "cv-damaged"],
  [
    "a spreadsheet called DOCX",
    "cv.docx",
    () => aZip([{ name: "xl/workbook.xml", content: "<x/>" }]),
    "cv-kind-unknown",
  ],
];

const packedScript = flate(Buffer.from("9 0 << /S /JavaScript >>"), "/Type /ObjStm /N 1 /First 4").toString("latin1");

/** Files that would act, fetch or hide something. */
const hostile: readonly RefusedFile[] = [
  ["macros under their own name", "cv.docm", cvDocx, "cv-macro"],
  [
    "macros under a DOCX's name",
    "cv.docx",
    () => cvDocx(cvLines, { parts: [{ name: "word/vbaProject.bin", content: "x" }] }),
    "cv-macro",
  ],
  [
    "a macro content type",
    "cv.docx",
    () =>
      cvDocx(cvLines, {
        types:
          '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      }),
    "cv-macro",
  ],
  [
    "macros in an ODT",
    "cv.odt",
    () => cvOdt(cvLines, { parts: [{ name: "Basic/Standard/Module1.xml", content: "<x/>" }] }),
    "cv-macro",
  ],
  [
    "a file inside a DOCX",
    "cv.docx",
    () => cvDocx(cvLines, { parts: [{ name: "word/embeddings/oleObject1.bin", content: "x" }] }),
    "cv-active",
  ],
  [
    "a template fetched from elsewhere",
    "cv.docx",
    () => cvDocx(cvLines, { parts: [relations(external("attachedTemplate", "http://exemple.invalid/t.dotm"))] }),
    "cv-external",
  ],
  [
    "a link that runs a file",
    "cv.docx",
    () => cvDocx(cvLines, { parts: [relations(external("hyperlink", "file:///c:/x.exe"))] }),
    "cv-external",
  ],
  [
    "a picture fetched from elsewhere",
    "cv.odt",
    () => cvOdt(cvLines, { body: '<text:p>Bonjour</text:p><draw:image xlink:href="http://exemple.invalid/p.png"/>' }),
    "cv-external",
  ],
  [
    "entities that grow",
    "cv.docx",
    () => aZip([{ name: "word/document.xml", content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }]),
    "cv-damaged",
  ],
  [
    "a script in a PDF",
    "cv.pdf",
    () => aPdf([page], { catalog: "/OpenAction 6 0 R", ...object("<< /S /JavaScript /JS (app.alert(1)) >>") }),
    "cv-active",
  ],
  [
    "a script under an escaped name",
    "cv.pdf",
    () => aPdf([page], object("<< /S /J#61vaScript /JS (app.alert(1)) >>")),
    "cv-active",
  ],
  [
    "a script in packed objects",
    "cv.pdf",
    () =>
      aPdf([page], {
        objects: [packedScript],
      }),
    "cv-active",
  ],
  ...pdfLocks.map(
    (lock): RefusedFile => [
      `a script in packed objects that are encrypted (${lock})`,
      "cv.pdf",
      () => aPdf([page], { locked: lockPdf(lock), objects: [packedScript] }),
      "cv-active",
    ],
  ),
  [
    "packed objects that no key of the file reads",
    "cv.pdf",
    () =>
      aPdf([page], {
        locked: {
          ...lockPdf("AES 128"),
          seal: (body, number) => lockPdf("AES 128").seal(body, number === 6 ? 7 : number),
        },
        objects: [packedScript],
      }),
    "cv-encrypted",
  ],
  ["a program that a PDF starts", "cv.pdf", () => aPdf([page], object("<< /S /Launch /F (cmd.exe) >>")), "cv-active"],
  [
    "a file inside a PDF",
    "cv.pdf",
    () => aPdf([page], object("<< /Type /Filespec /EF << /F 7 0 R >> /EmbeddedFile 7 0 R >>")),
    "cv-active",
  ],
  [
    "a PDF that is also a zip",
    "cv.pdf",
    () => Buffer.concat([cvPdf(), aZip([{ name: "a.txt", content: "a" }])]),
    "cv-polyglot",
  ],
  ["a text that is also a PDF", "cv.txt", () => Buffer.concat([Buffer.from("Bonjour\n"), cvPdf()]), "cv-polyglot"],
];

/** Small files that become huge. */
export const bombs: readonly RefusedFile[] = [
  [
    "a DOCX that swells",
    "cv.docx",
    () => cvDocx([], { body: `${paragraph("a")}${" ".repeat(60 * 1024 * 1024)}` }),
    "cv-bomb",
  ],
  [
    "a DOCX that lies about its size",
    "cv.docx",
    () => aZip([{ name: "word/document.xml", content: zeros(60), declared: 900 }]),
    "cv-bomb",
  ],
  [
    "a small zip that declares 4 GB",
    "cv.docx",
    () => aZip([{ name: "word/document.xml", content: "a", declared: 0xfffffff0 }]),
    "cv-bomb",
  ],
  [
    "a thousand and more entries",
    "cv.docx",
    () => aZip(Array.from({ length: 1_100 }, (_, at) => ({ name: `word/${at}.xml`, content: "a" }))),
    "cv-bomb",
  ],
  [
    "a zip in a zip",
    "cv.docx",
    () =>
      cvDocx(cvLines, {
        parts: [{ name: "word/media/inner.zip", content: aZip([{ name: "a", content: zeros(10) }]) }],
      }),
    "cv-active",
  ],
  ["a PDF whose page swells", "cv.pdf", () => aPdf([[]], { drawing: zeros(300) }), "cv-bomb"],
  [
    "an encrypted PDF whose page swells",
    "cv.pdf",
    () => aPdf([[]], { drawing: zeros(300), locked: lockPdf("AES 256") }),
    "cv-bomb",
  ],
];

export const refusedFiles: readonly RefusedFile[] = [...names, ...unreadable, ...hostile, ...bombs];
