import { Binary, Decimal128, Long } from "bson";
import { numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";

/**
 * Whether every (or some) bit of a mask is set (or clear) in a whole number or in bytes.
 * https://www.mongodb.com/docs/manual/reference/operator/query-bitwise/
 */
export const bitTest = (name: string, mask: unknown): ((value: unknown) => boolean) => {
  const places = placesOf(mask);
  const wanted = name.endsWith("Set");
  const all = name.startsWith("$bitsAll");
  return (value) => {
    const bits = bitsOf(value);
    if (!bits) return false;
    const holds = (place: number): boolean => bits(place) === wanted;
    return all ? places.every(holds) : places.some(holds);
  };
};

const placesOf = (mask: unknown): number[] => {
  if (Array.isArray(mask)) {
    const places = mask.map(numberOf);
    if (!places.every((place): place is number => Number.isInteger(place) && Number(place) >= 0))
      throw new StoreError(2, "bit positions must be integers >= 0");
    return places;
  }
  const bits = bitsOf(mask);
  if (!bits || (numberOf(mask) ?? 0) < 0)
    throw new StoreError(2, "a bit mask must be an Array, a Number >= 0, or a BinData");
  const length = mask instanceof Binary ? mask.length() * 8 : 64;
  return Array.from({ length }, (_, place) => place).filter(bits);
};

/** Tells each bit, from the lowest; a negative number goes on with ones. undefined: what has no bits. */
const bitsOf = (value: unknown): ((place: number) => boolean) | undefined => {
  if (value instanceof Binary) {
    const bytes = value.value();
    return (place) => (((bytes[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
  }
  const number = value instanceof Decimal128 ? undefined : numberOf(value);
  if (!Number.isInteger(number) || number === undefined) return undefined;
  const whole = value instanceof Long ? value.toBigInt() : BigInt(number);
  return (place) => ((whole >> BigInt(place)) & 1n) === 1n;
};
