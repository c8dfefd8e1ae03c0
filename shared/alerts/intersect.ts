import { andInto, bitsOf, emptyBits, listOf, noPositions, type Positions, spread } from "./positions.ts";

/** Some positions, the first `count` of `list`. */
export type Answer = { list: Int32Array; count: number };

/**
 * In all of them, for questions asked by the hundred thousand: few are walked, many are compared 32 at a time. The
 * answer is written over by the next question.
 */
export const intersection = (size: number): ((all: readonly Positions[]) => Answer) => {
  const room = new Int32Array(size);
  const together = emptyBits(size);
  const answer: Answer = { list: room, count: 0 };
  return (all) => {
    const rarest = rarestOf(all);
    const alone = all.length < 2 || rarest.count === 0;
    answer.list = alone ? listOf(rarest) : room;
    if (alone) answer.count = rarest.count;
    else answer.count = rarest.count * 8 < size ? walk(rarest, all, room) : compare(all, together, room);
    return answer;
  };
};

const compare = (all: readonly Positions[], together: Uint32Array, room: Int32Array): number => {
  together.fill(0xffff_ffff);
  for (const one of all) andInto(together, bitsOf(one));
  return spread(together, room);
};

const rarestOf = (all: readonly Positions[]): Positions => {
  let rarest = all[0] ?? noPositions;
  for (const one of all) if (one.count < rarest.count) rarest = one;
  return rarest;
};

/** Writes in `room` those of the rarest that all the others hold, and says how many. */
const walk = (rarest: Positions, all: readonly Positions[], room: Int32Array): number => {
  let candidates = listOf(rarest);
  let left = rarest.count;
  for (const other of all) {
    if (other === rarest) continue;
    left = keep({ candidates, left, bits: bitsOf(other) }, room);
    candidates = room;
  }
  return left;
};

type Candidates = { readonly candidates: Int32Array; readonly left: number; readonly bits: Uint32Array };

const keep = ({ candidates, left, bits }: Candidates, room: Int32Array): number => {
  let found = 0;
  for (let at = 0; at < left; at += 1) {
    const position = candidates[at] ?? 0;
    room[found] = position;
    found += ((bits[position >> 5] ?? 0) >>> (position & 31)) & 1; // written anyway, kept if its bit is set
  }
  return found;
};
