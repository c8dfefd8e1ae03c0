/** Records by row. A changed record takes a new row, its old one dies; the table is rebuilt when a third is dead. */
export type RowStore<Row extends { readonly id: string }> = {
  /** The row the record now has. */
  readonly put: (record: Row) => number;
  readonly remove: (id: string) => void;
  readonly at: (row: number) => Row | undefined;
  readonly idAt: (row: number) => string;
  readonly get: (id: string) => Row | undefined;
  readonly live: () => Iterable<Row>;
  readonly size: () => number;
  /** Rows ever given, dead ones included. */
  readonly rows: () => number;
  /** The rows of what was removed or replaced. */
  readonly dead: () => readonly number[];
  readonly isWorn: () => boolean;
};

export const rowStore = <Row extends { readonly id: string }>(): RowStore<Row> => {
  const records: (Row | undefined)[] = [];
  const rowOf = new Map<string, number>();
  const dead: number[] = [];

  const remove = (id: string): void => {
    const row = rowOf.get(id);
    if (row === undefined) return;
    records[row] = undefined;
    dead.push(row);
    rowOf.delete(id);
  };

  return {
    put: (record) => {
      remove(record.id);
      rowOf.set(record.id, records.length);
      return records.push(record) - 1;
    },
    remove,
    at: (row) => records[row],
    idAt: (row) => records[row]?.id ?? "",
    get: (id) => records[rowOf.get(id) ?? -1],
    live: () => records.filter((record) => record !== undefined),
    size: () => rowOf.size,
    rows: () => records.length,
    dead: () => dead,
    isWorn: () => records.length > 1024 && records.length > rowOf.size * 1.5,
  };
};
