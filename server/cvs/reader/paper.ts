import type { CvLine } from "#shared/cvs/cv-findings.ts";

/** Gathers the lines of a document of paragraphs and tables, in reading order. */
export type Paper = {
  readonly openParagraph: () => void;
  readonly closeParagraph: () => void;
  readonly write: (text: string) => void;
  readonly openRow: () => void;
  readonly closeRow: () => void;
  readonly openCell: () => void;
  readonly turnPage: () => void;
  readonly lines: () => readonly CvLine[];
};

export const paper = (): Paper => {
  const lines: CvLine[] = [];
  /** A text box holds paragraphs inside a paragraph; a cell may hold a table. */
  const paragraphs: string[] = [];
  const rows: CvLine[][][] = [];
  let page = 1;

  const sink = (): CvLine[] => rows.at(-1)?.at(-1) ?? lines;

  return {
    openParagraph: () => {
      paragraphs.push("");
    },
    closeParagraph: () => {
      const written = paragraphs.pop() ?? "";
      sink().push(...written.split("\n").map((text) => ({ text: text.trim(), page })));
    },
    write: (text) => {
      if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
    },
    openRow: () => {
      rows.push([]);
    },
    openCell: () => {
      rows.at(-1)?.push([]);
    },
    closeRow: () => {
      const cells = rows.pop() ?? [];
      sink().push(...joined(cells));
    },
    turnPage: () => {
      page += 1;
    },
    lines: () => lines.filter(({ text }) => text !== ""),
  };
};

/** A row of short cells is a line with gaps ("2019 – 2025 [tab] Agent…"); longer cells are columns, read one by one. */
const joined = (cells: readonly CvLine[][]): CvLine[] => {
  const full = cells.map((cell) => cell.filter(({ text }) => text !== "")).filter((cell) => cell.length > 0);
  const [first] = full.flat();
  if (first === undefined || full.some((cell) => cell.length > 1)) return full.flat();
  return [
    {
      text: full
        .flat()
        .map(({ text }) => text)
        .join("\t"),
      page: first.page,
    },
  ];
};
