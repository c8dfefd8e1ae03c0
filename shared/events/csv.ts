/**
 * A table for a French spreadsheet: semicolons, a byte-order mark for the accents, CRLF. What a spreadsheet would
 * take for a formula gets an apostrophe before it (CWE-1236): names are typed by people.
 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

const cell = (value: string | number): string => {
  const text = String(value);
  const harmless =
    typeof value === "string" && /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
