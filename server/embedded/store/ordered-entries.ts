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

const blockSize = 512;

/** A sorted list cut into blocks, so that an insertion moves a few hundred entries and not all of them. */
export const orderedEntries = <T>(): OrderedEntries<T> => {
  let blocks: Entry<T>[][] = [];

  const place = (key: string, rank: number): { block: number; at: number } => {
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = blocks[middle]?.at(-1);
      if (last && before(last, key, rank)) low = middle + 1;
      else high = middle;
    }
    return { block: low, at: placeIn(blocks[low] ?? [], key, rank) };
  };

  return {
    add: (entry) => {
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
      const { block, at } = place(key, rank);
      const target = blocks[block];
      const found = target?.[at];
      if (!target || found?.key !== key || found.rank !== rank) return;
      target.splice(at, 1);
      if (target.length === 0) blocks.splice(block, 1);
    },
    within: (range, reverse = false) => (reverse ? descend(blocks, range, place) : ascend(blocks, range, place)),
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

type Place = (key: string, rank: number) => { block: number; at: number };

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

function* ascend<T>(blocks: Entry<T>[][], { from, to }: KeyRange, place: Place): Generator<Entry<T>> {
  const start = place(from, -1);
  for (let block = start.block, at = start.at; block < blocks.length; block++, at = 0)
    for (const entry of blocks[block]?.slice(at) ?? []) {
      if (entry.key >= to) return;
      yield entry;
    }
}

function* descend<T>(blocks: Entry<T>[][], { from, to }: KeyRange, place: Place): Generator<Entry<T>> {
  const end = place(to, -1);
  for (let block = end.block, at: number | undefined = end.at; block >= 0; block--, at = undefined)
    for (const entry of (blocks[block]?.slice(0, at) ?? []).reverse()) {
      if (entry.key < from) return;
      yield entry;
    }
}
