/**
 * Offers of a day, by their positions: as a rising list, as one bit for each offer of the day, or both. What is missing
 * is made when it is first asked for.
 */
export type Positions = {
  /** Offers of the day. */
  readonly size: number;
  readonly count: number;
  list: Int32Array | null;
  bits: Int32Array | null;
};

export const noPositions: Positions = { size: 0, count: 0, list: new Int32Array(0), bits: new Int32Array(0) };

export const everyPosition = (size: number): Positions =>
  listed(
    Int32Array.from({ length: size }, (_, at) => at),
    size,
  );

export const listed = (list: Int32Array, size: number): Positions => ({ size, count: list.length, list, bits: null });

export const fromBits = (bits: Int32Array, size: number): Positions => ({
  size,
  count: countBits(bits),
  list: null,
  bits,
});

/** Rising. */
export const listOf = (positions: Positions): Int32Array => {
  positions.list ??= listOfBits(positions);
  return positions.list;
};

export const bitsOf = (positions: Positions): Int32Array => {
  if (positions.bits) return positions.bits;
  const bits = emptyBits(positions.size);
  setBits(bits, listOf(positions));
  positions.bits = bits;
  return bits;
};

/** Thousands of small lists are made in a morning: they are cut out of larger ones. */
export const emptyList = (length: number): Int32Array => {
  if (used + length > block.length) {
    block = new Int32Array(Math.max(length, blockLength));
    used = 0;
  }
  used += length;
  return block.subarray(used - length, used);
};

const blockLength = 2 ** 14;
let block = new Int32Array(0);
let used = 0;

/** Whole numbers of 32 bits that hold one bit for each offer. */
export const bitsLength = (size: number): number => (size + 31) >> 5;

export const emptyBits = (size: number): Int32Array => emptyList(bitsLength(size));

export const setBits = (bits: Int32Array, list: ArrayLike<number>): void => {
  for (let at = 0; at < list.length; at += 1) setBit(bits, list[at] ?? 0);
};

export const setBit = (bits: Int32Array, position: number): void => {
  bits[position >> 5] = (bits[position >> 5] ?? 0) | (1 << (position & 31));
};

export const orInto = (bits: Int32Array, other: Int32Array): void => {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (other[at] ?? 0);
};

export const andInto = (bits: Int32Array, other: Int32Array): void => {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
};

/** Writes the positions of the bits that are set, rising, and says how many there are. */
export const spread = (bits: Int32Array, room: Int32Array): number => {
  let found = 0;
  for (let at = 0; at < bits.length; at += 1)
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) {
      room[found] = (at << 5) + 31 - Math.clz32(left & -left);
      found += 1;
    }
  return found;
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
  const list = emptyList(count);
  spread(bits ?? emptyBits(0), list);
  return list;
};

const countBits = (bits: Int32Array): number => {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    const word = bits[at] ?? 0;
    const pairs = word - ((word >>> 1) & 0x5555_5555);
    const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
    count += Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
};
