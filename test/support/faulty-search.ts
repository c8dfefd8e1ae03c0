import type { SearchEngine, SearchIndex } from "#server/platform/search/port.ts";

export type FaultySearch = {
  readonly engine: SearchEngine;
  /** From now on, writes fail one way or another; at random, as drawn. */
  readonly begin: (draw: () => number) => void;
  /** No more faults; what was still on its way arrives, the newest first. */
  readonly end: () => Promise<void>;
};

/**
 * A search engine whose writes may be refused, be done without being acknowledged (a worker killed before it could
 * say so), or arrive long after we stopped waiting.
 */
export const faultySearch = (sound: SearchEngine): FaultySearch => {
  let draw: (() => number) | null = null;
  const late: (() => Promise<void>)[] = [];

  const write = async (change: () => Promise<void>): Promise<void> => {
    const luck = draw?.() ?? 1;
    if (luck < 0.15) throw new Error("the index refuses");
    if (luck < 0.45) {
      late.push(change);
      throw new Error("the index does not answer");
    }
    await change();
    if (luck < 0.55) throw new Error("killed before it was acknowledged");
    if (late.length > 0 && luck < 0.65) await late.pop()?.();
  };

  const faulty = (index: SearchIndex): SearchIndex => ({
    ...index,
    put: (documents) => write(() => index.put(documents)),
    remove: (ids, version) => write(() => index.remove(ids, version)),
  });

  return {
    engine: { ...sound, open: async (definition) => faulty(await sound.open(definition)) },
    begin: (drawn) => {
      draw = drawn;
    },
    end: async () => {
      draw = null;
      while (late.length > 0) await late.pop()?.();
    },
  };
};
