import { Decimal128, Double, Int32, Long, Timestamp } from "bson";
import { StoreError } from "./store-error.ts";

/** A 64-bit integer; bson makes its Timestamp a kind of Long, MongoDB does not. */
export const isLong = (value: unknown): value is Long => value instanceof Long && !(value instanceof Timestamp);

/** A number of any width as JavaScript's; undefined for what is no number. Long and Decimal128 may lose digits. */
export const numberOf = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (typeof value === "bigint") return Number(value);
  if (isLong(value)) return value.toNumber();
  return value instanceof Decimal128 ? Number(value.toString()) : undefined;
};

/** What a wide number is beyond its nearest double: 0 when that says it all. So that no two numbers look the same. */
export const beyondDouble = (value: unknown): number => {
  const near = numberOf(value);
  if (near === undefined || !Number.isFinite(near)) return 0;
  if (typeof value === "bigint") return Number(value - BigInt(near));
  if (value instanceof Long) return Number(value.toBigInt() - BigInt(near));
  return value instanceof Decimal128 ? decimalBeyond(value, near) : 0;
};

type Scaled = { digits: bigint; exponent: number };

const readDecimal = (value: string): Scaled => {
  const [, sign = "", whole = "0", part = "", exponent = "0"] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(value) ?? [];
  return { digits: BigInt(`${sign === "-" ? "-" : ""}${whole}${part}`), exponent: Number(exponent) - part.length };
};

/** The exact value of a double, which has at most 1 074 binary places: each is a decimal place. */
const readDouble = (value: number): Scaled => {
  if (Number.isInteger(value)) return { digits: BigInt(value), exponent: 0 };
  let [scaled, places] = [value, 0];
  while (!Number.isInteger(scaled)) [scaled, places] = [scaled * 2, places + 1];
  return { digits: BigInt(scaled) * 5n ** BigInt(places), exponent: -places };
};

const sharedScale = (a: Scaled, b: Scaled): [bigint, bigint, number] => {
  const exponent = Math.min(a.exponent, b.exponent);
  const at = ({ digits, exponent: own }: Scaled): bigint => digits * 10n ** BigInt(own - exponent);
  return [at(a), at(b), exponent];
};

const decimalBeyond = (value: Decimal128, near: number): number => {
  const [a, b, exponent] = sharedScale(readDecimal(value.toString()), readDouble(near));
  return a === b ? 0 : Number(`${a - b}e${exponent}`);
};

type Operation = "add" | "multiply";

/**
 * The sum or product in the width MongoDB gives it: of two integers an integer, as wide as needed.
 * @throws StoreError 2 beyond 64 bits, or 34 digits
 */
export const combineNumbers = (a: unknown, b: unknown, operation: Operation): unknown => {
  if (a instanceof Decimal128 || b instanceof Decimal128) return combineDecimals(a, b, operation);
  const whole = [a, b].every((value) => value instanceof Int32 || value instanceof Long);
  if (!whole) {
    const [x, y] = [numberOf(a) ?? 0, numberOf(b) ?? 0];
    return new Double(operation === "add" ? x + y : x * y);
  }
  const [x, y] = [integerOf(a), integerOf(b)];
  const result = operation === "add" ? x + y : x * y;
  if (result !== BigInt.asIntN(64, result))
    throw new StoreError(2, `Failed to ${operation}: ${x} and ${y} make more than 64 bits hold`);
  const narrow = a instanceof Int32 && b instanceof Int32 && result === BigInt.asIntN(32, result);
  return narrow ? new Int32(Number(result)) : Long.fromBigInt(result);
};

const integerOf = (value: unknown): bigint => (value instanceof Long ? value.toBigInt() : BigInt(numberOf(value) ?? 0));

const combineDecimals = (a: unknown, b: unknown, operation: Operation): Decimal128 => {
  const texts = [a, b].map(asDecimalText);
  const [p = 0, q = 0] = texts.map(Number);
  if (texts.some((text) => /[IN]/.test(text)))
    return Decimal128.fromString(String(operation === "add" ? p + q : p * q));
  const [x, y] = texts.map(readDecimal);
  if (!x || !y) throw new StoreError(2, "two numbers are needed");
  const [left, right, exponent] = sharedScale(x, y);
  const [digits, power] =
    operation === "add" ? [left + right, exponent] : [x.digits * y.digits, x.exponent + y.exponent];
  return Decimal128.fromString(`${digits}E${power}`);
};

/** A double counts with fifteen digits, as MongoDB converts it. */
const asDecimalText = (value: unknown): string =>
  value instanceof Decimal128 || value instanceof Long || value instanceof Int32
    ? value.toString()
    : String(Number((numberOf(value) ?? 0).toPrecision(15)));
