import { Binary, Decimal128, Double, Int32, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { isLong, numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

const whole = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value);
const int32 = (value: unknown): boolean => whole(value) && Math.abs(Number(value)) < 2 ** 31;

const typeTests: Record<string, (value: unknown) => boolean> = {
  double: (value) => value instanceof Double || (typeof value === "number" && !int32(value)),
  string: (value) => typeof value === "string",
  object: isDocument,
  array: Array.isArray,
  binData: (value) => value instanceof Binary,
  objectId: (value) => value instanceof ObjectId,
  bool: (value) => typeof value === "boolean",
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
  int: (value) => int32(value) || value instanceof Int32,
  timestamp: (value) => value instanceof Timestamp,
  long: isLong,
  decimal: (value) => value instanceof Decimal128,
  minKey: (value) => value instanceof MinKey,
  maxKey: (value) => value instanceof MaxKey,
  number: (value) => numberOf(value) !== undefined,
};

const typeNumbers: Record<string, string> = {
  [-1]: "minKey",
  1: "double",
  2: "string",
  3: "object",
  4: "array",
  5: "binData",
  7: "objectId",
  8: "bool",
  9: "date",
  10: "null",
  11: "regex",
  16: "int",
  17: "timestamp",
  18: "long",
  19: "decimal",
  127: "maxKey",
};

/** The name of a value's type, as `$type` tells it in an expression. */
export const typeOf = (value: unknown): string => {
  if (value === undefined) return "missing";
  return Object.keys(typeTests).find((name) => name !== "number" && typeTests[name]?.(value)) ?? "object";
};

/** https://www.mongodb.com/docs/manual/reference/operator/query/type/ */
export const ofType = (operand: unknown): ((value: unknown) => boolean) => {
  const tests = [operand].flat().map((name) => {
    const test = typeTests[typeNumbers[String(name)] ?? String(name)];
    if (!test) throw new StoreError(2, `Unknown type name alias: ${String(name)}`);
    return test;
  });
  return (value) => value !== undefined && tests.some((test) => test(value));
};
