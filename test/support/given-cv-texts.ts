import type { CvLine, CvText } from "#shared/cvs/cv-findings.ts";
import type { CvBlock, WrittenCv } from "#test/cvs/corpus/written-cv.ts";

const size = 10;
const letter = size * 0.5;

/** A CV as a PDF gives it: each run with its place, columns side by side. */
export const placedText = ({ blocks, layout }: WrittenCv): CvText => {
  const lines: CvLine[] = [];
  const top = write(lines, blocksOf(blocks, "top"), { x: 50, y: 60 }, layout === "table" ? 120 : null);
  write(lines, blocksOf(blocks, "side"), { x: 50, y: top + 20 }, null);
  write(lines, blocksOf(blocks, "main"), { x: 230, y: top + 20 }, null);
  return { lines };
};

/** A CV as someone pastes it, or as a DOCX gives it: a row a line, a column after the other. */
export const plainText = ({ blocks }: WrittenCv): CvText => ({
  lines: [...blocksOf(blocks, "top"), ...blocksOf(blocks, "side"), ...blocksOf(blocks, "main")].flatMap(
    ({ heading, rows }) => [
      ...(heading === null ? [] : [{ text: heading, page: 1 }]),
      ...rows.map(({ left, text }) => ({ text: left === null ? text : `${left}\t${text}`, page: 1 })),
    ],
  ),
});

/** A row a line, cut where a narrow page ends. */
export const wrappedText = (cv: WrittenCv): CvText => ({
  lines: plainText(cv).lines.flatMap(({ text }) => wrap(text).map((part) => ({ text: part, page: 1 }))),
});

const pageLetters = 58;

const wrap = (text: string): string[] => {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= pageLetters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
};

/** Two columns as some converters print them: side by side, parted by spaces. */
export const gappedText = (cv: WrittenCv): CvText => {
  const side = linesOf(blocksOf(cv.blocks, "side"));
  const main = linesOf(blocksOf(cv.blocks, "main"));
  const both = Array.from({ length: Math.max(side.length, main.length) }, (_, at) =>
    `${(side[at] ?? "").padEnd(48)}${main[at] ?? ""}`.trimEnd(),
  );
  return { lines: [...linesOf(blocksOf(cv.blocks, "top")), ...both].map((text) => ({ text, page: 1 })) };
};

const blocksOf = (blocks: readonly CvBlock[], column: CvBlock["column"]): CvBlock[] =>
  blocks.filter((block) => block.column === column);

const linesOf = (blocks: readonly CvBlock[]): string[] =>
  blocks.flatMap(({ heading, rows }) => [
    ...(heading === null ? [] : [heading]),
    ...rows.map(({ left, text }) => (left === null ? text : `${left.padEnd(24)}${text}`)),
  ]);

const write = (
  lines: CvLine[],
  blocks: readonly CvBlock[],
  from: { readonly x: number; readonly y: number },
  indent: number | null,
): number => {
  let { y } = from;
  const put = (text: string, x: number): void => {
    if (text.trim() !== "") lines.push({ text, page: 1, x, y, width: text.length * letter, size });
  };
  for (const { heading, rows } of blocks) {
    put(heading ?? "", from.x);
    y += heading === null ? 0 : 18;
    for (const { left, text } of rows) {
      put(left ?? "", from.x);
      put(text, left === null ? from.x : from.x + (indent ?? 0));
      y += 14;
    }
    y += 8;
  }
  return y;
};
