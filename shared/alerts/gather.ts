import type { Answer } from "./intersect.ts";
import { emptyBits, emptyList, fromBits, listOf, noPositions, orInto, type Positions, setBits } from "./positions.ts";

/** In one of them at least. */
export const inSome = (some: readonly Positions[]): Positions => {
  let [first, found] = [noPositions, 0];
  for (const one of some)
    if (one.count > 0) {
      first = one;
      found += 1;
    }
  if (found < 2) return first;
  const bits = emptyBits(first.size);
  for (const one of some)
    if (one.bits) orInto(bits, one.bits);
    else setBits(bits, listOf(one));
  return fromBits(bits, first.size);
};

/** Keeps an answer, which the next question writes over. */
export const kept = ({ list, count }: Answer, size: number): Positions => {
  const copy = emptyList(count);
  for (let at = 0; at < count; at += 1) copy[at] = list[at] ?? 0;
  return { size, count, list: copy, bits: null };
};
