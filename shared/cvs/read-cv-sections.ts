import { type CvSection, readHeading } from "./read-cv-headings.ts";
import type { CvRow } from "./read-cv-layout.ts";

/** A row and the part of the CV it stands in; "header" is what comes before any heading, in a page or a column. */
export type PlacedRow = CvRow & { readonly section: CvSection | "header" };

/** The rows with their sections, the headings themselves left out. */
export const placeRows = (rows: readonly CvRow[]): PlacedRow[] => {
  let section: PlacedRow["section"] = "header";
  return rows.flatMap((row, at): PlacedRow[] => {
    if (row.opens && row.page === (rows[at - 1]?.page ?? row.page) && !continues(rows, at)) section = "header";
    const heading = readHeading(row.text);
    if (heading === null) return [{ ...row, section }];
    section = heading.section;
    // « Permis : B » says nothing without its first word.
    const text = section === "licences" ? row.text : heading.rest;
    return heading.rest === "" ? [] : [{ ...row, text, section }];
  });
};

/** A list that a picture or a full-width line cut goes on below it. */
const continues = (rows: readonly CvRow[], at: number): boolean =>
  at > 0 && !rows.slice(at, at + 12).some(({ text }) => readHeading(text) !== null);
