/** Chance that falls the same way at each run: a demonstration two people can talk about. */
export type Chance = {
  /** From 0 to 1, 1 excluded. */
  readonly next: () => number;
  readonly int: (from: number, to: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** `count` of them, each once, in their order. */
  readonly some: <Item>(items: readonly Item[], count: number) => Item[];
  readonly happens: (share: number) => boolean;
};

/** mulberry32, a 32-bit generator in the public domain. */
export const chance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number], // called with lists of this folder, none empty
    some: (items, count) => {
      const left = [...items.keys()];
      const kept = Array.from(
        { length: Math.min(count, items.length) },
        () => left.splice(int(0, left.length - 1), 1)[0] ?? 0,
      );
      return kept.sort((a, b) => a - b).map((at) => items[at] as (typeof items)[number]); // an index of this list
    },
    happens: (share) => next() < share,
  };
};
