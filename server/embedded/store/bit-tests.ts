import { Binary, Decimal128, Long } from "bson";
import { numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";

/**
 * Whether every (or some) bit of a mask is set (or clear) in a whole number or in bytes.
 * https://www.mongodb.com/docs/manual/reference/operator/query-bitwise/
 */
export const bitTest = (
  operand: unknown,
  holds: (found: bigint, mask: bigint) => boolean,
): ((value: unknown) => boolean) => {
  const mask = Array.isArray(operand)
    ? operand.reduce<bigint>((bits, place) => bits | bitAt(place), 0n)
    : bitsOf(operand);
  if (mask === undefined || mask < 0n)
    throw new StoreError(2, "a bit mask must be an Array, a Number >= 0, or a BinData");
  return (value) => {
    const bits = bitsOf(value);
    return bits !== undefined && holds(bits & mask, mask);
  };
};

const mostBits = 4_096;

const bitAt = (place: unknown): bigint => {
  const number = numberOf(place);
  if (number === undefined || !Number.isInteger(number) || number < 0 || number >= mostBits)
    throw new StoreError(2, `bit positions must be integers >= 0 (and below ${mostBits} in the embedded store)`);
  return 1n << BigInt(number);
};

/** Bits from the lowest; a negative number goes on with ones. undefined: what has no bits. */
const bitsOf = (value: unknown): bigint | undefined => {
  if (value instanceof Binary) return BigInt(`0x0${Buffer.from(value.value()).reverse().toString("hex")}`);
  if (value instanceof Long) return value.toBigInt();
  const number = value instanceof Decimal128 ? undefined : numberOf(value);
  return number !== undefined && Number.isInteger(number) ? BigInt(number) : undefined;
};
