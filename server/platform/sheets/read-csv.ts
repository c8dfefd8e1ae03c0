import { SheetRefused, sheetLimits } from "./sheet-limits.ts";

/**
 * The rows of a CSV as French offices make them: semicolons, commas or tabs, UTF-8, UTF-16 or Windows-1252.
 * Cells are text and nothing else: what looks like a formula is never computed.
 * @throws SheetRefused
 */
export const readCsv = (bytes: Uint8Array): string[][] => {
  const text = decode(bytes);
  if (text.includes("\u0000")) throw new SheetRefused("sheet-unreadable");
  return split(text, separatorOf(text));
};

/** Windows-1252 is what Excel writes in France when nobody asks for anything. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
};

/** The 32 signs where Windows-1252 is not Latin-1; Node 20's own decoder forgets them. */
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (sign) => signs.charAt(sign.charCodeAt(0) - 0x80));

const separators = [";", ",", "\t", "|"] as const;

/** The one that cuts the first lines most often, quotes left aside. */
const separatorOf = (text: string): string => {
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, "");
  const counts = separators.map((separator) => start.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ";";
};

type Table = { readonly rows: string[][]; row: string[]; cell: string; quoted: boolean };

const split = (text: string, separator: string): string[][] => {
  const table: Table = { rows: [], row: [], cell: "", quoted: false };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    const doubled = table.quoted && letter === '"' && text.charAt(at + 1) === '"';
    if (doubled) at++; // a quote inside quotes is written twice
    if (doubled || !isMark(table, letter, separator)) table.cell += letter;
  }
  if (table.cell !== "" || table.row.length > 0) endRow(table);
  return table.rows;
};

/** Whether the letter only shapes the table: it opens or closes quotes, ends a cell or a row. */
const isMark = (table: Table, letter: string, separator: string): boolean => {
  if (letter === '"' && (table.quoted || table.cell.trim() === "")) {
    table.quoted = !table.quoted;
    return true;
  }
  if (table.quoted || (letter !== separator && letter !== "\n")) return false;
  if (letter === separator) endCell(table);
  else endRow(table);
  return true;
};

const endCell = (table: Table): void => {
  if (table.row.length < sheetLimits.columns) table.row.push(table.cell.trim().slice(0, sheetLimits.cell));
  table.cell = "";
};

const endRow = (table: Table): void => {
  endCell(table);
  if (table.rows.length > sheetLimits.rows) throw new SheetRefused("sheet-too-big");
  table.rows.push(table.row);
  table.row = [];
};
