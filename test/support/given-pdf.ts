import { deflateSync } from "node:zlib";
import type { LockedPdf } from "./locked-pdf.ts";

export type PdfWords = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number };

type PdfOptions = {
  /** More objects, each whole but for its number: a script, a file inside. */
  readonly objects?: readonly string[];
  /** More entries of the catalogue. */
  readonly catalog?: string;
  readonly trailer?: string;
  /** In place of a page's drawing. */
  readonly drawing?: Buffer;
  readonly locked?: LockedPdf;
};

/** Words placed on pages (points, from the top left), set in Helvetica: as a word processor writes them, but for looks. */
export const aPdf = (pages: readonly (readonly PdfWords[])[], options: PdfOptions = {}): Buffer => {
  const { objects = [], catalog = "", trailer = "", locked } = options;
  const first = 4;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(" ");
  const bodies: Buffer[] = [
    latin(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`),
    latin(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    ...pages.flatMap((words, at) => [
      latin(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
      flate(options.drawing ?? latin(words.map(draw).join("\n"))),
    ]),
    ...objects.map(latin),
  ];
  if (locked === undefined) return assemble(bodies, trailer);
  const sealed = bodies.map((body, at) => locked.seal(body, at + 1));
  const encryption = `/Encrypt ${bodies.length + 1} 0 R /ID ${locked.id}`;
  return assemble([...sealed, latin(locked.entry)], `${trailer} ${encryption}`);
};

/** A stream, packed as every tool packs it. */
export const flate = (content: Buffer, dictionary = ""): Buffer => {
  const packed = deflateSync(content, { level: 9 });
  const head = `<< /Length ${packed.length} /Filter /FlateDecode ${dictionary} >>\nstream\n`;
  return Buffer.concat([latin(head), packed, latin("\nendstream")]);
};

/** Lines of a CV down a page, or down its left and right columns. */
export const columns = (left: readonly string[], right: readonly string[] = []): PdfWords[] => [
  ...left.map((text, at) => ({ text, x: 50, y: 60 + at * 18 })),
  ...right.map((text, at) => ({ text, x: 330, y: 60 + at * 18 })),
];

const assemble = (bodies: readonly Buffer[], trailer: string): Buffer => {
  const parts: Buffer[] = [latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  bodies.forEach((body, index) => {
    offsets.push(at);
    const whole = Buffer.concat([latin(`${index + 1} 0 obj\n`), body, latin("\nendobj\n")]);
    parts.push(whole);
    at += whole.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    latin(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};

const draw = ({ text, x, y, size = 11 }: PdfWords): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm (${inWindows1252(text).replace(/[\\()]/g, "\\$&")}) Tj ET`;

/** Helvetica knows the letters of Western Europe: the few beyond Latin-1 have their own places. */
const beyond: Readonly<Record<string, string>> = {
  "€": "\x80",
  "…": "\x85",
  Œ: "\x8c",
  "’": "\x92",
  "•": "\x95",
  "–": "\x96",
  "—": "\x97",
  œ: "\x9c",
};
const inWindows1252 = (text: string): string =>
  text.replace(/[\u0100-\uffff]/g, (letter) => beyond[letter] ?? (letter === "→" ? "-" : "?"));

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
