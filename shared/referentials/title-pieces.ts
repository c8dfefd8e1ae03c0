import { piecesOf } from "./title-features.ts";
import { type Field, scaled } from "./title-field.ts";

/**
 * How much each document resembles the pieces of letters of a title, measured as title-field.ts measures words. Each
 * distinct word of a document is cut once: whole texts have millions of pieces.
 */
export const pieceFieldOf = (documents: readonly (readonly string[])[], sizes: readonly number[]): Field => {
  const cut = cutterOf(sizes);
  const counted = documents.map((stems) => countPieces(stems, cut.ids));
  const { starts, owners, weights } = weigh(counted, cut.count());
  return (pieces) => {
    const sums = new Float32Array(documents.length);
    const add = (id: number): void => {
      for (let at = starts[id] ?? 0, end = starts[id + 1] ?? 0; at < end; at++) {
        const owner = owners[at] ?? 0;
        sums[owner] = (sums[owner] ?? 0) + (weights[at] ?? 0);
      }
    };
    for (const piece of new Set(pieces)) {
      const id = cut.known(piece);
      if (id !== undefined) add(id);
    }
    return scaled(sums);
  };
};

type Cutter = {
  readonly ids: (stem: string) => Uint32Array;
  readonly known: (piece: string) => number | undefined;
  readonly count: () => number;
};

const cutterOf = (sizes: readonly number[]): Cutter => {
  const numbers = new Map<string, number>();
  const cut = new Map<string, Uint32Array>();
  const numberOf = (piece: string): number => {
    const known = numbers.get(piece);
    if (known !== undefined) return known;
    numbers.set(piece, numbers.size);
    return numbers.size - 1;
  };
  return {
    ids: (stem) => {
      const known = cut.get(stem);
      if (known !== undefined) return known;
      const ids = Uint32Array.from(
        piecesOf(stem).filter(({ length }) => sizes.includes(length)),
        numberOf,
      );
      cut.set(stem, ids);
      return ids;
    },
    known: (piece) => numbers.get(piece),
    count: () => numbers.size,
  };
};

type Counted = { readonly length: number; readonly times: ReadonlyMap<number, number> };

const countPieces = (stems: readonly string[], ids: Cutter["ids"]): Counted => {
  const words = new Map<string, number>();
  for (const stem of stems) words.set(stem, (words.get(stem) ?? 0) + 1);
  const times = new Map<number, number>();
  let length = 0;
  for (const [stem, count] of words) {
    const cut = ids(stem);
    length += cut.length * count;
    for (const id of cut) times.set(id, (times.get(id) ?? 0) + count);
  }
  return { length, times };
};

type Weighed = { readonly starts: Uint32Array; readonly owners: Uint16Array; readonly weights: Float32Array };

const saturation = 1.2;
const lengthWeight = 0.75;

const weigh = (counted: readonly Counted[], pieces: number): Weighed => {
  const starts = new Uint32Array(pieces + 1);
  for (const { times } of counted) for (const id of times.keys()) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < pieces; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const owners = new Uint16Array(starts[pieces] ?? 0);
  const weights = new Float32Array(owners.length);
  const next = starts.slice();
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / (counted.length || 1) || 1;
  counted.forEach(({ length, times }, owner) => {
    const held = saturation * (1 - lengthWeight + (lengthWeight * length) / mean);
    for (const [id, count] of times) {
      const having = (starts[id + 1] ?? 0) - (starts[id] ?? 0);
      const rarity = Math.log(1 + (counted.length - having + 0.5) / (having + 0.5));
      const at = next[id] ?? 0;
      owners[at] = owner;
      weights[at] = (rarity * count * (saturation + 1)) / (count + held);
      next[id] = at + 1;
    }
  });
  return { starts, owners, weights };
};
