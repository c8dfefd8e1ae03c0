/** What is ranked: a row, its score and its id. */
export type Ranked = { readonly row: number; readonly score: number; readonly id: string };

/** Keeps the best `limit` of all that is offered to it: highest score first, equal scores in the order of ids. */
export type FirstOnes = {
  readonly offer: (row: number, score: number, idOf: (row: number) => string) => void;
  readonly list: () => readonly Ranked[];
};

export const firstOnes = (limit: number): FirstOnes => {
  const kept: Ranked[] = [];
  return {
    offer: (row, score, idOf) => {
      const last = kept[limit - 1];
      if (limit <= 0 || (last !== undefined && score < last.score)) return;
      const id = idOf(row);
      if (last !== undefined && score === last.score && id >= last.id) return;
      kept.splice(placeOf(kept, score, id), 0, { row, score, id });
      if (kept.length > limit) kept.pop();
    },
    list: () => kept,
  };
};

/** Where it belongs, by halving. */
const placeOf = (kept: readonly Ranked[], score: number, id: string): number => {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = kept[middle];
    const before = there !== undefined && (there.score > score || (there.score === score && there.id < id));
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
};
