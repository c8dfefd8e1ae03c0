import { bitsLength, bitsOf, listOf, noPositions, type Positions } from "./positions.ts";

/** Some positions, the first `count` of `list`. */
export type Answer = { list: Int32Array; count: number };

/** Asks for what the first `given` of `all` have in common. */
export type Intersection = (all: readonly Positions[], given: number) => Answer;

/**
 * In all of them, for questions asked by the hundred thousand: few are walked, many are compared 32 at a time. The
 * answer is written over by the next question.
 */
export const intersection = (size: number): Intersection => {
  const room = new Int32Array(size);
  const together = new Int32Array(bitsLength(size));
  const few = Math.floor(size / fewShare);
  const answer: Answer = { list: room, count: 0 };
  return (all, given) => {
    const rarest = rarestOf(all, given, few);
    if (given < 2 || rarest.count === 0) {
      answer.list = listOf(rarest);
      answer.count = rarest.count;
      return answer;
    }
    answer.list = room;
    answer.count = rarest.count <= few ? walk(all, given, { rarest, room }) : compare(all, given, { together, room });
    return answer;
  };
};

/** One offer in so many: walking them costs as much as comparing the words of two bitmaps. */
const fewShare = 40;

/** The rarest; of several that are few, rather one that has no bits yet, which then need not be made. */
const rarestOf = (all: readonly Positions[], given: number, few: number): Positions => {
  let rarest = all[0] ?? noPositions;
  for (let at = 1; at < given; at += 1) {
    const one = all[at] ?? noPositions;
    const spares = one.count <= few && rarest.bits !== null && one.bits === null;
    const wastes = rarest.count <= few && rarest.bits === null && one.bits !== null;
    if (spares || (one.count < rarest.count && !wastes)) rarest = one;
  }
  return rarest;
};

type Walk = { readonly rarest: Positions; readonly room: Int32Array };

/** Writes in `room` those of the rarest that all the others hold, and says how many. */
const walk = (all: readonly Positions[], given: number, { rarest, room }: Walk): number => {
  let candidates = listOf(rarest);
  let left = rarest.count;
  for (let at = 0; at < given; at += 1) {
    const other = all[at] ?? rarest;
    if (other === rarest) continue;
    const bits = bitsOf(other);
    let found = 0;
    for (let from = 0; from < left; from += 1) {
      const position = candidates[from] ?? 0;
      room[found] = position;
      found += ((bits[position >> 5] ?? 0) >>> (position & 31)) & 1; // written anyway, kept if its bit is set
    }
    left = found;
    candidates = room;
  }
  return left;
};

type Compare = { readonly together: Int32Array; readonly room: Int32Array };

const compare = (all: readonly Positions[], given: number, { together, room }: Compare): number => {
  let first = bitsOf(all[0] ?? noPositions);
  const last = given - 1;
  for (let next = 1; next < last; next += 1) {
    const other = bitsOf(all[next] ?? noPositions);
    for (let at = 0; at < together.length; at += 1) together[at] = (first[at] ?? 0) & (other[at] ?? 0);
    first = together;
  }
  return spreadBoth(first, bitsOf(all[last] ?? noPositions), room);
};

/** Writes the positions set in both, rising, and says how many there are. */
const spreadBoth = (one: Int32Array, other: Int32Array, room: Int32Array): number => {
  let found = 0;
  for (let at = 0; at < one.length; at += 1)
    for (let left = (one[at] ?? 0) & (other[at] ?? 0); left !== 0; left &= left - 1) {
      room[found] = (at << 5) + 31 - Math.clz32(left & -left);
      found += 1;
    }
  return found;
};
