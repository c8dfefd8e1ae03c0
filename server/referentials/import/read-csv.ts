/** One line of a file, by the names of its columns. */
export type CsvRow = {
  /** Where it begins in the file, 1 being the heading. */
  readonly line: number;
  /** The text of a column, without spaces around; empty when the line is too short. */
  readonly get: (column: string) => string;
};

export type CsvTable = {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Lines that have not the heading's number of fields, and a quote that nothing closes. */
  readonly damaged: readonly { readonly line: number; readonly reason: string }[];
};

/** Reads a CSV as spreadsheets and the State write them: BOM or not, LF or CRLF, "," or ";", quotes, lines in quotes. */
export const readCsv = (text: string): CsvTable => {
  const { records, unclosed } = splitRecords(text.replace(/^\uFEFF/, ""));
  const [heading, ...others] = records;
  const columns = (heading?.fields ?? []).map((name) => name.trim().toLowerCase());
  const places = new Map(columns.map((name, place) => [name, place]));
  const whole = others.filter(({ fields }) => fields.length === columns.length);
  const damaged = others
    .filter(({ fields }) => fields.length !== columns.length)
    .map(({ line, fields }) => ({ line, reason: `${columns.length} colonnes attendues, ${fields.length} ici` }));
  return {
    columns,
    rows: whole.map(({ line, fields }) => ({
      line,
      get: (column) => fields[places.get(column) ?? -1]?.trim() ?? "",
    })),
    damaged: unclosed === null ? damaged : [...damaged, { line: unclosed, reason: "guillemet jamais refermé" }],
  };
};

type CsvRecord = { readonly line: number; readonly fields: readonly string[] };
type Split = { readonly records: readonly CsvRecord[]; readonly unclosed: number | null };

/** Record by record, each field found by searching its end: twenty megabytes take a fraction of a second. */
const splitRecords = (text: string): Split => {
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  for (let [at, line] = [0, 1]; at < text.length; ) {
    const record = readRecord(text, { at, separator });
    if (record === null) return { records, unclosed: line };
    if (record.fields.length > 1 || record.fields[0] !== "") records.push({ line, fields: record.fields });
    at = record.end;
    line += record.newlines;
  }
  return { records, unclosed: null };
};

type Place = { readonly at: number; readonly separator: string };
type ReadRecord = { readonly fields: readonly string[]; readonly end: number; readonly newlines: number };

/** Null when a quote is never closed. */
const readRecord = (text: string, { at, separator }: Place): ReadRecord | null => {
  const fields: string[] = [];
  let newlines = 0;
  for (let from = at; ; ) {
    const field = text[from] === '"' ? quotedField(text, from) : plainField(text, { at: from, separator });
    if (field === null) return null;
    fields.push(field.value);
    newlines += field.newlines;
    if (text[field.end] !== separator) {
      const width = newlineAt(text, field.end);
      return { fields, end: field.end + width, newlines: newlines + Math.min(1, width) };
    }
    from = field.end + 1;
  }
};

const separatorOf = (text: string): string => {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  return heading.split(";").length > heading.split(",").length ? ";" : ",";
};

/**
 * How wide the end of line is; 0 at the end of the file, and after letters that follow a closing quote: they begin a
 * record of their own, which has too few fields and is refused.
 */
const newlineAt = (text: string, at: number): number => {
  if (text.startsWith("\r\n", at)) return 2;
  return text[at] === "\n" || text[at] === "\r" ? 1 : 0;
};

type Field = { readonly value: string; readonly end: number; readonly newlines: number };

const quotedField = (text: string, at: number): Field | null => {
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return null;
  const value = text.slice(at + 1, close).replaceAll('""', '"');
  return { value, end: close + 1, newlines: value.split("\n").length - 1 };
};

const plainField = (text: string, { at, separator }: Place): Field => {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(at, end), end, newlines: 0 };
};
