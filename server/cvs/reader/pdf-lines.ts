import type { CvLine } from "#shared/cvs/cv-findings.ts";

/** A piece of text as a PDF places it; `y` is its baseline, from the top of the page. Points. */
export type PdfPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

/** Gaps between words, between columns, and steps between baselines, in heights of letters. */
const wordGap = 0.18;
const columnGap = 1.6;
const sameLine = 0.35;

/** Joins the pieces of one page into runs of words: a new height or a wide gap begins another run. */
export const pdfLines = (pieces: readonly PdfPiece[], page: number): CvLine[] => {
  const runs: Run[] = [];
  let spaced = false;
  for (const piece of pieces) {
    const blank = piece.text.trim() === "";
    if (!blank) lay(runs, piece, spaced);
    spaced = blank;
  }
  return runs.map(({ text, x, y, width, size }) => ({
    text: text.replace(/\s+/g, " ").trim(),
    page,
    x: tenth(x),
    y: tenth(y),
    width: tenth(width),
    size: tenth(size),
  }));
};

const lay = (runs: Run[], piece: PdfPiece, spaced: boolean): void => {
  const last = runs.at(-1);
  const gap = last === undefined ? null : gapAfter(last, piece);
  if (last === undefined || gap === null) {
    runs.push({ ...piece });
    return;
  }
  last.text += (spaced || gap > wordGap ? " " : "") + piece.text;
  last.width = piece.x + piece.width - last.x;
  last.size = Math.max(last.size, piece.size);
};

type Run = { text: string; x: number; y: number; width: number; size: number };

/** Null when the piece begins another run; else the gap before it. */
const gapAfter = (run: Run, piece: PdfPiece): number | null => {
  const height = Math.max(run.size, piece.size, 1);
  if (Math.abs(piece.y - run.y) > sameLine * height) return null;
  const gap = (piece.x - run.x - run.width) / height;
  return gap > columnGap || gap < -0.6 ? null : gap;
};

const tenth = (points: number): number => Math.round(points * 10) / 10;
