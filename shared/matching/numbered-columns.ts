/** Numbers kept by row in one typed array that grows by doubling, `width` numbers a row. */
export type Columns = {
  readonly write: (row: number, values: readonly number[]) => void;
  /** NaN for a row that was never written. */
  readonly at: (row: number, place: number) => number;
};

export const columns = (width: number): Columns => {
  let cells = new Float64Array(1024 * width);
  return {
    write: (row, values) => {
      while ((row + 1) * width > cells.length) {
        const wider = new Float64Array(cells.length * 2);
        wider.set(cells);
        cells = wider;
      }
      cells.set(values.slice(0, width), row * width);
    },
    at: (row, place) => cells[row * width + place] ?? Number.NaN,
  };
};
