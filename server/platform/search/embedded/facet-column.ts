/**
 * The values of one facet for every row, in two flat arrays: row `slot` holds `flat[starts[slot]]` up to
 * `flat[starts[slot + 1]]`. Counting reads them in order; an array for each row would be fetched from all over memory.
 */
export type FacetColumn = {
  readonly codes: Map<string, number>;
  readonly values: string[];
  starts: Uint32Array;
  flat: Uint32Array;
  rows: number;
};

export const emptyColumn = (): FacetColumn => ({
  codes: new Map(),
  values: [],
  starts: new Uint32Array(1_025),
  flat: new Uint32Array(1_024),
  rows: 0,
});

/** One more row. */
export const appendRow = (column: FacetColumn, values: readonly string[]): void =>
  appendCodes(
    column,
    values.map((value) => codeOf(column, value)),
  );

/** The same, from a column that names its values alike. */
export const appendCodes = (column: FacetColumn, codes: Iterable<number>): void => {
  const row = column.rows;
  let end = column.starts[row] ?? 0;
  for (const code of new Set(codes)) {
    if (end === column.flat.length) column.flat = doubled(column.flat);
    column.flat[end] = code;
    end += 1;
  }
  column.rows = row + 1;
  if (column.rows === column.starts.length) column.starts = doubled(column.starts);
  column.starts[column.rows] = end;
};

export const codesOf = (column: FacetColumn, slot: number): Uint32Array =>
  column.flat.subarray(column.starts[slot], column.starts[slot + 1]);

/** Adds to `totals`, by code, how many of the slots have it. */
export const tallyCodes = ({ starts, flat }: FacetColumn, slots: readonly number[], totals: Uint32Array): void => {
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place] ?? 0;
    const end = starts[slot + 1] ?? 0;
    for (let at = starts[slot] ?? 0; at < end; at += 1) {
      const code = flat[at] ?? 0;
      totals[code] = (totals[code] ?? 0) + 1;
    }
  }
};

export const hasOneOf = ({ starts, flat }: FacetColumn, slot: number, wanted: Uint8Array): boolean => {
  const end = starts[slot + 1] ?? 0;
  for (let at = starts[slot] ?? 0; at < end; at += 1) if (wanted[flat[at] ?? 0] === 1) return true;
  return false;
};

const codeOf = (column: FacetColumn, value: string): number => {
  const known = column.codes.get(value);
  if (known !== undefined) return known;
  column.codes.set(value, column.values.length);
  return column.values.push(value) - 1;
};

const doubled = (column: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(2 * column.length);
  larger.set(column);
  return larger;
};
