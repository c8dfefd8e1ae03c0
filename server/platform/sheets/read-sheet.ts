import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { SheetRefused, sheetLimits } from "./sheet-limits.ts";

/**
 * The rows of a table that somebody sent, CSV or XLSX by what it holds and not by its name; blank rows stay, so that
 * a line's number is the one people see.
 * @throws SheetRefused
 */
export const readSheet = async (bytes: Uint8Array): Promise<string[][]> => {
  if (bytes.length > sheetLimits.bytes) throw new SheetRefused("sheet-too-big");
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const oldOffice = bytes[0] === 0xd0 && bytes[1] === 0xcf; // .xls, or a workbook behind a password
  if (oldOffice) throw new SheetRefused("sheet-encrypted");
  const rows = zipped ? await readXlsx(bytes) : readCsv(bytes);
  if (!rows.some((row) => row.some((cell) => cell !== ""))) throw new SheetRefused("sheet-empty");
  return rows;
};
