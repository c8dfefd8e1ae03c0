/** What an index keeps of a record: a key, and its place in the collection. */
export type Entry = { key: string; rank: number };

/** From `from` (included) up to `to`, excluded unless `through` is set. */
export type KeyRange = { from: string; to: string; through?: boolean };

export type OrderedEntries = {
  add: (entry: Entry) => void;
  remove: (entry: Entry) => void;
  /** Ranks of the entries within the range, in order of key then of rank, or in the reverse order. */
  within: (range: KeyRange, reverse?: boolean) => Generator<number>;
  countWithin: (range: KeyRange) => number;
  load: (entries: Entry[]) => void;
};

type Place = { block: number; at: number };
type Position = Place & { entry: Entry };

const blockSize = 512;

/** A sorted list cut into blocks, so that an insertion moves a few hundred entries and not all of them. */
export const orderedEntries = (): OrderedEntries => {
  let blocks: Entry[][] = [];
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

  const step = (block: number, at: number, by: 1 | -1): Position | undefined => {
    const entry = blocks[block]?.[at];
    if (entry) return { block, at, entry };
    const next = block + by;
    const held = blocks[next];
    return held && step(next, by > 0 ? 0 : held.length - 1, by);
  };
  const begin = (key: string, rank: number, by: 1 | -1): Position | undefined => {
    const { block, at } = place(key, rank);
    return step(block, by > 0 ? at : at - 1, by);
  };
  /** The reader may pause; if entries came or went meanwhile, its place is found again. */
  const walk = function* (start: Entry, by: 1 | -1, ends: (key: string) => boolean): Generator<number> {
    let here = begin(start.key, start.rank, by);
    while (here && !ends(here.entry.key)) {
      const { entry, block, at } = here;
      const seen = changes;
      yield entry.rank;
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
    remove: ({ key, rank }) => {
      changes += 1;
      const { block, at } = place(key, rank);
      const target = blocks[block];
      const found = target?.[at];
      if (!target || found?.key !== key || found.rank !== rank) return;
      target.splice(at, 1);
      if (target.length === 0) blocks.splice(block, 1);
    },
    within: (range, reverse = false) => {
      const { from, to, through } = range;
      if (reverse) return walk(endOf(range), -1, (key) => key < from);
      return walk({ key: from, rank: -1 }, 1, through ? (key) => key > to : (key) => key >= to);
    },
    countWithin: (range) => {
      const { key, rank } = endOf(range);
      const [start, end] = [place(range.from, -1), place(key, rank)];
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

/** Where a range ends: before the first entry of a key, or behind its last. */
const endOf = ({ to, through }: KeyRange): Entry => ({ key: to, rank: through ? Number.POSITIVE_INFINITY : -1 });

const before = (entry: Entry, key: string, rank: number): boolean =>
  entry.key < key || (entry.key === key && entry.rank < rank);

const placeIn = (block: readonly Entry[], key: string, rank: number): number => {
  let [low, high] = [0, block.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = block[middle];
    if (entry && before(entry, key, rank)) low = middle + 1;
    else high = middle;
  }
  return low;
};
