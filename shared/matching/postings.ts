/** For each code, the rows that carry it with a number each, in typed arrays that grow by doubling. */
export type Postings = {
  readonly add: (code: string, row: number, value: number) => void;
  /** Calls back for each row under a code. Rows that were removed come too: the caller knows which live. */
  readonly each: (code: string, visit: (row: number, value: number) => void) => void;
  readonly codes: () => Iterable<string>;
};

export const postings = (): Postings => {
  const lists = new Map<string, List>();
  return {
    add: (code, row, value) => {
      let list = lists.get(code);
      if (list === undefined) {
        list = { pairs: new Int32Array(8), length: 0 };
        lists.set(code, list);
      }
      append(list, row, value);
    },
    each: (code, visit) => {
      const list = lists.get(code);
      if (list === undefined) return;
      for (let at = 0; at < list.length; at += 2) visit(list.pairs[at] ?? 0, list.pairs[at + 1] ?? 0);
    },
    codes: () => lists.keys(),
  };
};

export type Term = { readonly from: Postings; readonly code: string; readonly weight: number };

/** For each row, the sum over the terms it carries of their weight times its own number; no row without a term. */
export const summed = (rows: number, terms: readonly Term[]): Int32Array => {
  if (terms.length === 0) return nothing; // fifty thousand zeros say no more
  const sums = new Int32Array(rows);
  for (const { from, code, weight } of terms) {
    from.each(code, (row, value) => {
      sums[row] = (sums[row] ?? 0) + weight * value;
    });
  }
  return sums;
};

const nothing = new Int32Array(0);

type List = { pairs: Int32Array; length: number };

const append = (list: List, row: number, value: number): void => {
  if (list.length === list.pairs.length) {
    const wider = new Int32Array(list.pairs.length * 2);
    wider.set(list.pairs);
    list.pairs = wider;
  }
  list.pairs[list.length] = row;
  list.pairs[list.length + 1] = value;
  list.length += 2;
};
