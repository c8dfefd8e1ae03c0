/**
 * Offers of a day, by their positions: as a rising list, as one bit for each offer of the day, or both. What is missing
 * is made when it is first asked for.
 */
export type Positions = {
  /** Offers of the day. */
  readonly size: number;
  readonly count: number;
  list: Int32Array | null;
  bits: Uint32Array | null;
};

export const noPositions: Positions = { size: 0, count: 0, list: new Int32Array(0), bits: new Uint32Array(0) };

export const everyPosition = (size: number): Positions =>
  listed(
    Int32Array.from({ length: size }, (_, at) => at),
    size,
  );

export const listed = (list: Int32Array, size: number): Positions => ({ size, count: list.length, list, bits: null });

export const fromBits = (bits: Uint32Array, size: number): Positions => {
  let count = 0;
  for (const word of bits) count += bitsIn(word);
  return { size, count, list: null, bits };
};

/** Rising. */
export const listOf = (positions: Positions): Int32Array => {
  positions.list ??= listOfBits(positions);
  return positions.list;
};

export const bitsOf = (positions: Positions): Uint32Array => {
  if (positions.bits) return positions.bits;
  const bits = emptyBits(positions.size);
  setBits(bits, listOf(positions));
  positions.bits = bits;
  return bits;
};

export const emptyBits = (size: number): Uint32Array => new Uint32Array((size + 31) >> 5);

export const setBits = (bits: Uint32Array, list: ArrayLike<number>): void => {
  for (let at = 0; at < list.length; at += 1) setBit(bits, list[at] ?? 0);
};

export const setBit = (bits: Uint32Array, position: number): void => {
  bits[position >> 5] = (bits[position >> 5] ?? 0) | (1 << (position & 31));
};

export const orInto = (bits: Uint32Array, other: Uint32Array): void => {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (other[at] ?? 0);
};

export const andInto = (bits: Uint32Array, other: Uint32Array): void => {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
};

export const hasBit = (bits: Uint32Array, position: number): boolean =>
  (((bits[position >> 5] ?? 0) >>> (position & 31)) & 1) === 1;

/** In all of them: the shortest is walked, the others are asked. */
export const inAll = (all: readonly Positions[]): Positions => {
  if (all.length < 2) return all[0] ?? noPositions;
  const [shortest = noPositions, ...others] = rarestFirst(all);
  if (shortest.count === 0) return shortest;
  return listed(
    listOf(shortest).filter((position) => others.every((positions) => holds(positions, position))),
    shortest.size,
  );
};

const rarestFirst = (all: readonly Positions[]): readonly Positions[] =>
  all.length < 2 ? all : [...all].sort((one, other) => one.count - other.count);

/** Writes the positions of the bits that are set, rising, and says how many there are. */
export const spread = (bits: Uint32Array, room: Int32Array): number => {
  let found = 0;
  for (let at = 0; at < bits.length; at += 1)
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) {
      room[found] = (at << 5) + 31 - Math.clz32(left & -left);
      found += 1;
    }
  return found;
};

/** In one of them at least. */
export const inSome = (some: readonly Positions[]): Positions => {
  const [first = noPositions, ...others] = some.filter(({ count }) => count > 0);
  if (others.length === 0) return first;
  const bits = bitsOf(first).slice();
  for (const other of others)
    if (other.bits) orInto(bits, other.bits);
    else setBits(bits, listOf(other));
  return fromBits(bits, first.size);
};

/** One offer in 32: from there on bits take less room than a list. */
const holds = (positions: Positions, position: number): boolean => {
  const { bits, count, size } = positions;
  if (bits || count * 32 >= size) return hasBit(bits ?? bitsOf(positions), position);
  const list = listOf(positions);
  return list[firstAtLeast(list, position)] === position;
};

/** Where `wanted` is, or would be, in a rising list. */
export const firstAtLeast = (list: ArrayLike<number>, wanted: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

const listOfBits = ({ bits, count }: Positions): Int32Array => {
  const list = new Int32Array(count);
  spread(bits ?? emptyBits(0), list);
  return list;
};

const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
};
