/** A record's place in its collection, and what an index keeps for it. */
export type Entry<T> = { key: string; rank: number; item: T };

/** From `from` (included) up to `to` (excluded). */
export type KeyRange = { from: string; to: string };

export type OrderedEntries<T> = {
  add: (entry: Entry<T>) => void;
  remove: (key: string, rank: number) => void;
  /** Entries within the range, in order of key then of rank, or in the reverse order. */
  within: (range: KeyRange, reverse?: boolean) => Generator<Entry<T>>;
  countWithin: (range: KeyRange) => number;
  load: (entries: Entry<T>[]) => void;
};

type Place = { block: number; at: number };
type Position<T> = Place & { entry: Entry<T> };

const blockSize = 512;

/** A sorted list cut into blocks, so that an insertion moves a few hundred entries and not all of them. */
export const orderedEntries = <T>(): OrderedEntries<T> => {
  let blocks: Entry<T>[][] = [];
  let changes = 0;

  const place = (key: string, rank: number): Place => {
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = blocks[middle]?.at(-1);
      if (last && before(last, key, rank)) low = middle + 1;
      else high = middle;
    }
    return { block: low, at: placeIn(blocks[low] ?? [], key, rank) };
  };

  const step = (block: number, at: number, by: 1 | -1): Position<T> | undefined => {
    const entry = blocks[block]?.[at];
    if (entry) return { block, at, entry };
    const next = block + by;
    const held = blocks[next];
    return held && step(next, by > 0 ? 0 : held.length - 1, by);
  };
  const begin = (key: string, rank: number, by: 1 | -1): Position<T> | undefined => {
    const { block, at } = place(key, rank);
    return step(block, by > 0 ? at : at - 1, by);
  };
  /** The reader may pause; if entries came or went meanwhile, its place is found again. */
  const walk = function* (from: string, by: 1 | -1, ends: (key: string) => boolean): Generator<Entry<T>> {
    let here = begin(from, -1, by);
    while (here && !ends(here.entry.key)) {
      const { entry, block, at } = here;
      const seen = changes;
      yield entry;
      here = seen === changes ? step(block, at + by, by) : begin(entry.key, by > 0 ? entry.rank + 1 : entry.rank, by);
    }
  };

  return {
    add: (entry) => {
      changes += 1;
      const { block, at } = place(entry.key, entry.rank);
      const target = blocks[block];
      if (!target) {
        blocks = [[entry]];
        return;
      }
      target.splice(at, 0, entry);
      if (target.length > blockSize * 2) blocks.splice(block, 1, target.slice(0, blockSize), target.slice(blockSize));
    },
    remove: (key, rank) => {
      changes += 1;
      const { block, at } = place(key, rank);
      const target = blocks[block];
      const found = target?.[at];
      if (!target || found?.key !== key || found.rank !== rank) return;
      target.splice(at, 1);
      if (target.length === 0) blocks.splice(block, 1);
    },
    within: ({ from, to }, reverse = false) =>
      reverse ? walk(to, -1, (key) => key < from) : walk(from, 1, (key) => key >= to),
    countWithin: ({ from, to }) => {
      const [start, end] = [place(from, -1), place(to, -1)];
      let count = end.at - start.at;
      for (let block = start.block; block < end.block; block++) count += blocks[block]?.length ?? 0;
      return Math.max(0, count);
    },
    load: (entries) => {
      entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.rank - b.rank));
      blocks = [];
      for (let at = 0; at < entries.length; at += blockSize) blocks.push(entries.slice(at, at + blockSize));
    },
  };
};

const before = (entry: Entry<unknown>, key: string, rank: number): boolean =>
  entry.key < key || (entry.key === key && entry.rank < rank);

const placeIn = (block: readonly Entry<unknown>[], key: string, rank: number): number => {
  let [low, high] = [0, block.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = block[middle];
    if (entry && before(entry, key, rank)) low = middle + 1;
    else high = middle;
  }
  return low;
};
