import type { CvRow } from "./read-cv-layout.ts";

/** Rows with the lines put together that the width of a page cut: "aide à la" + "toilette et au lever". */
export const unwrapped = (rows: readonly CvRow[]): CvRow[] => {
  const widths = new Map<string, number>();
  for (const row of rows) widths.set(row.side, Math.max(widths.get(row.side) ?? 0, row.text.length));
  const whole: CvRow[] = [];
  for (const row of rows) {
    const before = whole.at(-1);
    const width = widths.get(row.side) ?? 0;
    if (before !== undefined && goesOn(before, row, width)) whole[whole.length - 1] = joined(before, row);
    else whole.push(row);
  }
  return whole;
};

const goesOn = (before: CvRow, row: CvRow, width: number): boolean =>
  before.side === row.side &&
  before.page === row.page &&
  before.text.length + row.text.length <= longest &&
  width >= narrowest &&
  lastLine(before.text).length >= nearlyFull * width &&
  /^\p{Ll}/u.test(row.text) &&
  !/[.:;!?]\s*$/.test(before.text) &&
  ![before.text, row.text].some((text) => /\b(?:19|20)\d{2}\b/.test(text)); // what is dated begins a job

/** In letters: below, lines are short because their author made them so. */
const narrowest = 38;
/** A statement is a few lines, not a page: what reads it takes its time with its length. */
const longest = 400;
const nearlyFull = 0.85;

const joined = (before: CvRow, row: CvRow): CvRow => ({ ...before, text: `${before.text}${seam}${row.text}` });

/** A space that is no ordinary one marks where a line ended. */
const seam = "\u2003";
const lastLine = (text: string): string => text.slice(text.lastIndexOf(seam) + 1);
