import { aZip } from "./given-zip.ts";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>${body}`;

/** A workbook as Excel writes it: shared texts, numbers as numbers. */
export const aWorkbook = (rows: readonly (readonly (string | number)[])[]): Buffer => {
  const texts = [...new Set(rows.flat().filter((cell) => typeof cell === "string"))];
  const cellOf = (cell: string | number, column: number, row: number): string => {
    const address = `${String.fromCharCode(65 + column)}${row + 1}`;
    return typeof cell === "number"
      ? `<c r="${address}"><v>${cell.toExponential()}</v></c>`
      : `<c r="${address}" t="s"><v>${texts.indexOf(cell)}</v></c>`;
  };
  const lines = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, column, at)).join("")}</row>`,
  );
  return aZip([
    {
      name: "xl/workbook.xml",
      content: xml('<workbook xmlns:r="r"><sheets><sheet name="Réseau" r:id="rId7"/></sheets></workbook>'),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: xml('<Relationships><Relationship Id="rId7" Target="worksheets/sheet3.xml"/></Relationships>'),
    },
    {
      name: "xl/sharedStrings.xml",
      content: xml(`<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`),
    },
    {
      name: "xl/worksheets/sheet3.xml",
      content: xml(`<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`),
    },
  ]);
};

/** A small archive that inflates to far more than a list may hold. */
export const aSheetBomb = (): Buffer =>
  aZip([
    { name: "xl/workbook.xml", content: xml('<workbook xmlns:r="r"><sheets><sheet r:id="a"/></sheets></workbook>') },
    { name: "xl/worksheets/sheet1.xml", content: `<worksheet><sheetData>${" ".repeat(60 * 1024 * 1024)}` },
  ]);
