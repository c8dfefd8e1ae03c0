import { Binary, BSONSymbol, Code, Decimal128, Double, Int32, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { isLong, numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

const whole = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value);
const int32 = (value: unknown): boolean => whole(value) && Math.abs(Number(value)) < 2 ** 31;

const types: readonly (readonly [name: string, number: number, test: (value: unknown) => boolean])[] = [
  ["double", 1, (value) => value instanceof Double || (typeof value === "number" && !int32(value))],
  ["string", 2, (value) => typeof value === "string"],
  ["object", 3, isDocument],
  ["array", 4, Array.isArray],
  ["binData", 5, (value) => value instanceof Binary],
  ["objectId", 7, (value) => value instanceof ObjectId],
  ["bool", 8, (value) => typeof value === "boolean"],
  ["date", 9, (value) => value instanceof Date],
  ["null", 10, (value) => value === null],
  ["regex", 11, (value) => value instanceof RegExp],
  ["javascript", 13, (value) => value instanceof Code && !value.scope],
  ["symbol", 14, (value) => value instanceof BSONSymbol],
  ["javascriptWithScope", 15, (value) => value instanceof Code && Boolean(value.scope)],
  ["int", 16, (value) => int32(value) || value instanceof Int32],
  ["timestamp", 17, (value) => value instanceof Timestamp],
  ["long", 18, isLong],
  ["decimal", 19, (value) => value instanceof Decimal128],
  ["minKey", -1, (value) => value instanceof MinKey],
  ["maxKey", 127, (value) => value instanceof MaxKey],
];

/** https://www.mongodb.com/docs/manual/reference/operator/query/type/ */
export const ofType = (operand: unknown): ((value: unknown) => boolean) => {
  const tests = [operand].flat().map((name) => {
    if (name === "number") return (value: unknown) => numberOf(value) !== undefined;
    const test = types.find(([alias, number]) => name === alias || name === number)?.[2];
    if (!test) throw new StoreError(2, `Unknown type name alias: ${String(name)}`);
    return test;
  });
  return (value) => value !== undefined && tests.some((test) => test(value));
};
