import type { DiplomaLevel, LanguageName } from "#shared/cvs/closed-lists.ts";
import type { LanguageLevel } from "#shared/cvs/cv.ts";

export const cvLayouts = ["one column", "two columns", "table"] as const;
export type CvLayout = (typeof cvLayouts)[number];

/** A row of a CV: `left` is the first cell of a table (dates), null elsewhere. */
export type CvTableRow = { readonly left: string | null; readonly text: string };
export type CvBlock = {
  /** Where it stands: over the whole width, in the narrow column, in the wide one. */
  readonly column: "top" | "side" | "main";
  readonly heading: string | null;
  readonly rows: readonly CvTableRow[];
};

/** What a person who reads the CV says of it, with the closed lists in hand. */
export type ExpectedCv = {
  /** ROME codes that a reader accepts as the trade the person seeks; the first is the best. */
  readonly trades: readonly string[];
  readonly skills: readonly string[];
  readonly licences: readonly string[];
  readonly diplomas: readonly DiplomaLevel[];
  readonly languages: Partial<Record<LanguageName, LanguageLevel | null>>;
  readonly commune: string | null;
  /** Months in a trade, for those the CV lets one count. */
  readonly months: Readonly<Record<string, number>>;
};

export type WrittenCv = {
  readonly id: string;
  readonly layout: CvLayout;
  readonly blocks: readonly CvBlock[];
  readonly expected: ExpectedCv;
};

/**
 * A CV from the way it is written here: "## " begins a block, "[side]" and "[main]" a column, " :: " parts the cells
 * of a table.
 */
export const writtenCv = (id: string, layout: CvLayout, text: string, expected: ExpectedCv): WrittenCv => {
  const blocks: OpenBlock[] = [];
  let column: CvBlock["column"] = "top";
  const open = (heading: string | null): OpenBlock => {
    const block: OpenBlock = { column, heading, rows: [] };
    blocks.push(block);
    return block;
  };
  for (const line of text.split("\n").filter((written) => written.trim() !== "")) {
    if (line === "[side]" || line === "[main]") {
      column = line === "[side]" ? "side" : "main";
      open(null);
    } else if (line.startsWith("## ")) open(line.slice(3));
    else (blocks.at(-1) ?? open(null)).rows.push(rowOf(line));
  }
  return { id, layout, blocks: blocks.filter(({ heading, rows }) => heading !== null || rows.length > 0), expected };
};

type OpenBlock = { column: CvBlock["column"]; heading: string | null; rows: CvTableRow[] };

const rowOf = (line: string): CvTableRow => {
  const [left = "", text] = line.split(" :: ");
  return text === undefined ? { left: null, text: line } : { left, text };
};
