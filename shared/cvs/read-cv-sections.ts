import { type CvSection, readHeading } from "./read-cv-headings.ts";
import type { CvRow, CvSide } from "./read-cv-layout.ts";

/** A row and the part of the CV it stands in; "header" is what comes before any heading, on the page or in a column. */
export type PlacedRow = CvRow & { readonly section: CvSection | "header" };

type Sections = Map<CvSide, PlacedRow["section"]>;
type Columns = {
  readonly current: Sections;
  /** What a column was in before a heading that said something on its own line. */
  readonly before: Sections;
  latest: PlacedRow["section"];
};

/** The rows with their sections, the headings themselves left out. Each column goes on where it was left. */
export const placeRows = (rows: readonly CvRow[]): PlacedRow[] => {
  const columns: Columns = { current: new Map(), before: new Map(), latest: "header" };
  const headings = rows.map(({ text }) => readHeading(text));
  return rows.flatMap((row, at): PlacedRow[] => {
    const heading = headings[at] ?? null;
    if (heading !== null) return openSection(columns, row, heading);
    const section = sectionBefore(row, columns.before) ?? columns.current.get(row.side);
    columns.latest = section ?? (opensColumn(rows, headings, at) ? "header" : columns.latest);
    columns.current.set(row.side, columns.latest);
    return [{ ...row, section: columns.latest }];
  });
};

const openSection = (columns: Columns, row: CvRow, heading: Heading): PlacedRow[] => {
  const { current, before } = columns;
  if (heading.rest === "") before.delete(row.side);
  else before.set(row.side, current.get(row.side) ?? "header");
  columns.latest = heading.section;
  for (const side of row.side === "whole" ? sides : [row.side]) current.set(side, heading.section);
  return besideHeading(row, heading);
};

/** A sentence of one’s own ends what a heading opened on its line ("Diplômes : CAP coiffure" then "Je parle arabe"). */
const sectionBefore = ({ text, side }: CvRow, before: Sections): PlacedRow["section"] | undefined => {
  const section = /^\s*(?:je |j['’])/i.test(text) ? before.get(side) : undefined;
  if (section !== undefined) before.delete(side);
  return section;
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
const opensColumn = (rows: readonly CvRow[], headings: readonly (Heading | null)[], at: number): boolean =>
  headings.slice(at, at + 12).some((heading, ahead) => heading !== null && rows[at + ahead]?.side === rows[at]?.side);
