import { type CvFileKind, longestCvText, mostCvLines } from "#shared/cvs/cv-file.ts";
import type { CvLine, CvText } from "#shared/cvs/cv-findings.ts";
import { readDocx } from "./read-docx.ts";
import { readOdt } from "./read-odt.ts";
import { readPdf } from "./read-pdf.ts";
import { readTxt } from "./read-txt.ts";
import { Refused } from "./refused.ts";
import { type CvFile, sniffKind } from "./sniff-kind.ts";

/**
 * The text of a CV's file, with the places of its words where the file has them.
 * @throws Refused
 */
export const readFile = async (file: CvFile): Promise<CvText> => asCvText(await readers[sniffKind(file)](file.bytes));

/** @throws Refused when there is nothing to read, or far more than a CV */
export const asCvText = (lines: readonly CvLine[]): CvText => {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (lines.length > mostCvLines || letters > longestCvText) throw new Refused("cv-too-long");
  if (!lines.some(({ text }) => /\p{L}{2}/u.test(text))) throw new Refused("cv-no-text");
  return { lines: lines.map((line) => ({ ...line, text: line.text.normalize("NFC") })) };
};

const readers: Record<CvFileKind, (bytes: Uint8Array) => Promise<readonly CvLine[]> | readonly CvLine[]> = {
  pdf: readPdf,
  docx: readDocx,
  odt: readOdt,
  txt: readTxt,
};
