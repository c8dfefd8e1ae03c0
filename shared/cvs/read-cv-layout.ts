import type { CvLine, CvText } from "./cv-findings.ts";
import { readHeading } from "./read-cv-headings.ts";

/** A row of a CV in reading order, and the column it stands in. */
export type CvRow = { readonly text: string; readonly line: number; readonly page: number; readonly side: CvSide };
export type CvSide = "whole" | "left" | "right";

/** One run of words and where it stands: points in a PDF, letters and rows in a plain text. */
type Cell = { readonly text: string; readonly line: number; readonly x: number; readonly end: number };
type Band = { readonly cells: readonly Cell[] };

/** The rows of a CV as a person reads them: a column after the other, a table line by line. */
export const rowsOf = (text: CvText): CvRow[] => {
  const pages = new Map<number, { line: CvLine; at: number }[]>();
  text.lines.slice(0, mostLines).forEach((line, at) => {
    const page = pages.get(line.page) ?? [];
    if (page.length === 0) pages.set(line.page, page);
    page.push({ line: { ...line, text: clearLetters(line.text.slice(0, longestLine).normalize("NFKC")) }, at });
  });
  const rows = [...pages].flatMap(([page, lines]) => pageRows(bandsOf(lines)).map((row) => ({ ...row, page })));
  return bounded(rows.flatMap((row) => shortened(row.text).map((part) => ({ ...row, text: part }))));
};

/** More than any CV (six full pages): what comes after is not read, so that no text makes the reading long. */
const mostRows = 1000;
const mostLetters = 18_000;
/** A row of a PDF may be of several runs of words. */
const mostLines = 2 * mostRows;
const longestRow = 400;

const bounded = <Row extends { readonly text: string }>(rows: readonly Row[]): Row[] => {
  let letters = 0;
  return rows.slice(0, mostRows).filter(({ text }) => {
    letters += text.length;
    return letters <= mostLetters;
  });
};

/** A long paragraph by sentences, and a sentence without end by pieces. */
const shortened = (text: string): string[] =>
  text.length <= longestRow
    ? [text]
    : text
        .slice(0, mostRows * longestRow)
        .split(/(?<=[.;!?])\s+/)
        .flatMap((sentence) => sentence.match(/[\s\S]{1,400}/g) ?? []);

/** In letters; a page of text pasted on one line is a tenth of it. */
const longestLine = 40_000;

/** "AGENT D ENTRETIEN": capitals are often written without apostrophe. */
const bareElision = /(?<![\p{L}\p{N}’'])[dlDL] (?=[aeiouyhéèêAEIOUYHÉÈÊ]\p{L}{2})/gu;

/** "p0lyvalent" and "EXPÉR1ENCE": digits that a picture put among letters. */
const clearLetters = (text: string): string =>
  text
    .replace(bareElision, (letter, at: number) => (/permis/i.test(text.slice(0, at)) ? letter : `${letter.charAt(0)}’`))
    .replace(/(?<=\d)[Oo](?=\d)|(?<![\p{L}\d])[Oo](?=\d[\d ./-])/gu, "0")
    .replace(/(?<=\p{L}{2})0(?=\p{L})|\b0(?=\p{L}{4})/gu, (_zero, at: number) =>
      /\p{Lu}/u.test(text[at + 1] ?? "") ? "O" : "o",
    )
    .replace(/(?<=\p{L}{2})1(?=\p{L})/gu, (_one, at: number) => (/\p{Lu}/u.test(text[at + 1] ?? "") ? "I" : "i"));

/** The cells of a page by height, top first, each band from left to right. */
const bandsOf = (lines: readonly { line: CvLine; at: number }[]): Band[] => {
  if (lines.some(({ line }) => line.x === undefined || line.y === undefined))
    return lines.map(({ line, at }) => ({ cells: plainCells(line.text, at) })).filter(({ cells }) => cells.length > 0);
  const placed = lines.map(({ line, at }) => ({ cell: positioned(line, at), y: line.y ?? 0, size: line.size ?? 10 }));
  placed.sort((one, other) => one.y - other.y || one.cell.x - other.cell.x);
  const bands: { y: number; cells: Cell[] }[] = [];
  for (const { cell, y, size } of placed) {
    const last = bands.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < size * 0.45) last.cells.push(cell);
    else bands.push({ y, cells: [cell] });
  }
  for (const { cells } of bands) cells.sort((one, other) => one.x - other.x);
  return bands;
};

const letterWidth = 0.5;

const positioned = ({ text, x = 0, width, size = 10 }: CvLine, line: number): Cell => ({
  text: text.trim(),
  line,
  x,
  end: x + (width ?? text.length * size * letterWidth),
});

/** In a plain text, three spaces or a tab part two cells; letters spaced one by one do not. */
const plainCells = (text: string, line: number): Cell[] => {
  const cells: Cell[] = [];
  const shown = text.replace(/\t/g, "        ").replace(/ /g, " ");
  for (const match of shown.matchAll(/\S+(?: {1,2}\S+)*/g))
    cells.push({ text: match[0], line, x: match.index, end: match.index + match[0].length });
  return cells;
};

/** Fewer lines than this on one side is not a column. */
const enough = 4;

const pageRows = (bands: readonly Band[]): Omit<CvRow, "page">[] => {
  const gutter = gutterOf(bands);
  if (gutter === null) return bands.map(({ cells }) => joined(cells, "whole"));
  const rows: Omit<CvRow, "page">[] = [];
  let left: Cell[][] = [];
  let right: Cell[][] = [];
  const flush = (): void => {
    for (const cells of left) rows.push(joined(cells, "left"));
    for (const cells of right) rows.push(joined(cells, "right"));
    left = [];
    right = [];
  };
  for (const { cells } of bands) {
    const before = cells.filter((cell) => cell.x < gutter);
    const after = cells.filter((cell) => cell.x >= gutter);
    // A line that comes near the other column is no line of the whole width when the other column has its own.
    if (after.length === 0 && before.some(({ end }) => end > gutter + 1)) {
      flush();
      rows.push(joined(cells, "whole"));
      continue;
    }
    if (before.length > 0) left.push(before);
    if (after.length > 0) right.push(after);
  }
  flush();
  return rows;
};

const joined = (cells: readonly Cell[], side: CvSide): Omit<CvRow, "page"> => ({
  text: cells.map(({ text }) => text).join("  "),
  line: cells[0]?.line ?? 0,
  side,
});

/** Where two columns part: many lines begin there, few cross it, and the left side is more than dates. */
const gutterOf = (bands: readonly Band[]): number | null => {
  const cells = bands.flatMap((band) => band.cells);
  const starts = new Map<number, number>();
  const leftmost = Math.min(...cells.map(({ x }) => x));
  for (const { x } of cells) if (x > leftmost + 2) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  const candidates = [...starts].filter(([, count]) => count >= enough).sort((one, other) => other[1] - one[1]);
  for (const [start] of candidates.slice(0, mostGutters)) {
    const gutter = start - 0.6;
    const before = cells.filter(({ end }) => end <= gutter + 1);
    const after = cells.filter(({ x }) => x >= gutter);
    const across = cells.length - before.length - after.length;
    const sides = before.length >= enough && after.length >= enough;
    if (sides && across <= 0.2 * cells.length && isColumn(before, after, bands, gutter)) return gutter;
  }
  return null;
};

/** Where the most lines begin: a column is among them. */
const mostGutters = 8;

const dateLike = /\d{4}|\d{1,2}\/\d{2}|depuis|\bmois\b|\bans?\b/i;

/** Longer than a date or a label of a table, in letters. */
const longLabel = 24;

/**
 * Two columns have each their headings. Without any on its right, a page is a table when what stands on the left of
 * its rows is short: dates, labels.
 */
const isColumn = (left: readonly Cell[], right: readonly Cell[], bands: readonly Band[], gutter: number): boolean => {
  if (right.some(({ text }) => readHeading(text) !== null)) return true;
  const paired = bands.filter(({ cells }) => cells.length > 1 && cells.some(({ end }) => end <= gutter + 1));
  const labels = paired.map(({ cells }) => cells[0]?.text ?? "");
  const short = labels.filter((label) => dateLike.test(label) || label.length <= longLabel).length;
  if (left.some(({ text }) => readHeading(text) !== null) && short >= 0.8 * labels.length) return false;
  const alone = left.length + right.length - 2 * paired.length;
  return left.length >= enough + 2 || alone >= enough;
};
