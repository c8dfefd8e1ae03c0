/** A dictionary of a PDF, as far as it is needed: names begin with « / », strings are bytes, the rest is as written. */
export type PdfValue = string | Buffer | PdfDictionary;
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** The dictionary that begins at this place of a file read as latin1; null when none does. */
export const dictionaryAt = (source: string, at: number): PdfDictionary | null => {
  const found = valueAt({ source, at, depth: 0 });
  return found instanceof Map ? found : null;
};

/** The string that begins at this place, « (…) » or « <…> »; null when none does. */
export const stringAt = (source: string, at: number): Buffer | null => {
  const found = valueAt({ source, at, depth: 0 });
  return Buffer.isBuffer(found) ? found : null;
};

type Cursor = { readonly source: string; at: number; readonly depth: number };

const deepest = 5;
const mostEntries = 100;

const valueAt = (cursor: Cursor): PdfValue | null => {
  skip(cursor, /[\s\0]*/y);
  const { source, at } = cursor;
  if (source.startsWith("<<", at)) return dictionary(cursor);
  if (source[at] === "(") return literal(cursor);
  if (source[at] === "<") return hexadecimal(cursor);
  if (source[at] === "[") return skip(cursor, /\[[^\]]*\]/y);
  return skip(cursor, /\/[^\s\0/<>[\]()]*|[^\s\0/<>[\]()]+(?:\s+\d+\s+R\b)?/y);
};

const skip = (cursor: Cursor, pattern: RegExp): string | null => {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.source);
  cursor.at += found?.[0].length ?? 0;
  return found?.[0] ?? null;
};

const dictionary = (cursor: Cursor): PdfDictionary | null => {
  if (cursor.depth > deepest) return null;
  const entries = new Map<string, PdfValue>();
  const inner = { ...cursor, at: cursor.at + 2, depth: cursor.depth + 1 };
  while (entries.size < mostEntries) {
    const key = valueAt(inner);
    if (typeof key !== "string" || !key.startsWith("/")) break;
    const value = valueAt(inner);
    if (value === null) break;
    entries.set(key, value);
  }
  cursor.at = inner.at + 2;
  return entries;
};

const hexadecimal = (cursor: Cursor): Buffer => {
  const digits = (skip(cursor, /<[^>]*>/y) ?? "").replace(/[^\da-f]/gi, "");
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
};

const letters: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const literal = (cursor: Cursor): Buffer => {
  let text = "";
  for (let open = 1; open > 0 && cursor.at + 1 < cursor.source.length; ) {
    const part = skipFrom(cursor);
    if (part === "(") open++;
    if (part === ")") open--;
    if (open > 0) text += part.startsWith("\\") ? escaped(part.slice(1)) : part.replace(/^\r\n?$/, "\n");
  }
  cursor.at++;
  return Buffer.from(text, "latin1");
};

/** The next piece after the cursor: an escape, an end of line, or one letter. */
const skipFrom = (cursor: Cursor): string => {
  cursor.at++;
  const piece = /\\(?:[0-7]{1,3}|\r\n|[\s\S])|\r\n|[\s\S]/y;
  piece.lastIndex = cursor.at;
  const [found = ""] = piece.exec(cursor.source) ?? [];
  cursor.at += found.length - 1;
  return found;
};

const escaped = (code: string): string => {
  if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
  return /^[\r\n]/.test(code) ? "" : (letters[code] ?? code);
};
