import { type CvSection, readHeading } from "./read-cv-headings.ts";
import type { CvRow, CvSide } from "./read-cv-layout.ts";

/** A row and the part of the CV it stands in; "header" is what comes before any heading, on the page or in a column. */
export type PlacedRow = CvRow & { readonly section: CvSection | "header" };

/** The rows with their sections, the headings themselves left out. Each column goes on where it was left. */
export const placeRows = (rows: readonly CvRow[]): PlacedRow[] => {
  const current = new Map<CvSide, PlacedRow["section"]>();
  let latest: PlacedRow["section"] = "header";
  return rows.flatMap((row, at): PlacedRow[] => {
    const heading = readHeading(row.text);
    latest = heading?.section ?? current.get(row.side) ?? (opensColumn(rows, at) ? "header" : latest);
    for (const side of heading !== null && row.side === "whole" ? sides : [row.side]) current.set(side, latest);
    return heading === null ? [{ ...row, section: latest }] : besideHeading(row, heading);
  });
};

type Heading = NonNullable<ReturnType<typeof readHeading>>;

/** « Permis : B » says nothing without its first word; « Objectif : serveuse » does. */
const besideHeading = (row: CvRow, { section, rest }: Heading): PlacedRow[] => {
  if (rest === "") return [];
  return [{ ...row, text: section === "licences" ? row.text : rest, section }];
};

/** A heading over the whole width is that of both columns. */
const sides = ["whole", "left", "right"] as const satisfies readonly CvSide[];

/** Whether a column that begins here has headings of its own; else it goes on with what was read before. */
const opensColumn = (rows: readonly CvRow[], at: number): boolean =>
  rows.slice(at, at + 12).some(({ text, side }) => side === rows[at]?.side && readHeading(text) !== null);
