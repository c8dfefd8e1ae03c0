/** Numbers kept by row, one typed array for each field. */
export type Columns<Field extends string> = {
  readonly read: (row: number, into: Record<Field, number>) => void;
  readonly write: (row: number, values: Readonly<Record<Field, number>>) => void;
};

export const columns = <Field extends string>(fields: readonly Field[]): Columns<Field> => {
  const width = fields.length;
  let cells = new Float64Array(1024 * width);
  return {
    read: (row, into) => {
      for (let at = 0; at < width; at += 1) into[fields[at] as Field] = cells[row * width + at] ?? Number.NaN; // at < width
    },
    write: (row, values) => {
      while ((row + 1) * width > cells.length) {
        const wider = new Float64Array(cells.length * 2);
        wider.set(cells);
        cells = wider;
      }
      for (let at = 0; at < width; at += 1) cells[row * width + at] = values[fields[at] as Field]; // at < width
    },
  };
};
