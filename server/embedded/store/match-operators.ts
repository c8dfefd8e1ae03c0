import { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from "bson";
import type { Scope } from "./expressions.ts";
import type { Predicate } from "./match-document.ts";
import { StoreError } from "./store-error.ts";
import { compareValues, isDocument, keyOf, typeOfKey } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Test = { test: (value: unknown) => boolean; whole?: boolean; negated?: boolean };
type Operand = {
  operand: unknown;
  siblings: Doc;
  scope: Scope;
  compileFilter: (filter: unknown, scope?: Scope) => Predicate;
  compileField: (condition: unknown) => Predicate;
};

/** What each operator of a field means for one value found there; `whole`: arrays are not tried element by element. */
export const fieldTests: Record<string, (made: Operand) => Test> = {
  $eq: ({ operand }) => ({ test: equalTo(operand) }),
  $ne: ({ operand }) => ({ test: equalTo(operand), negated: true }),
  $gt: ({ operand }) => ({ test: ordered(operand, (order) => order > 0) }),
  $gte: ({ operand }) => ({ test: ordered(operand, (order) => order >= 0) }),
  $lt: ({ operand }) => ({ test: ordered(operand, (order) => order < 0) }),
  $lte: ({ operand }) => ({ test: ordered(operand, (order) => order <= 0) }),
  $in: ({ operand }) => ({ test: oneOf("$in", operand) }),
  $nin: ({ operand }) => ({ test: oneOf("$nin", operand), negated: true }),
  $exists: ({ operand }) => ({ test: (value) => value !== undefined, negated: !operand }),
  $type: ({ operand }) => ({ test: ofType(operand) }),
  $mod: ({ operand }) => ({ test: remainder(operand) }),
  $regex: ({ operand, siblings }) => ({ test: matching(operand, siblings.$options) }),
  $options: ({ siblings }) => {
    if (!("$regex" in siblings)) throw new StoreError(2, "$options needs a $regex");
    return { test: () => true };
  },
  $size: ({ operand }) => {
    if (!Number.isInteger(operand) || Number(operand) < 0) throw new StoreError(2, "$size must be a whole number");
    return { test: (value) => Array.isArray(value) && value.length === operand, whole: true };
  },
  $all: (made) => allOf(made),
  $elemMatch: (made) => ({ test: elementMatching(made), whole: true }),
  $not: ({ operand, compileField }) => {
    const regex = operand instanceof RegExp;
    if (!regex && !isDocument(operand)) throw new StoreError(2, "$not needs a regex or a document");
    const inner = compileField(operand);
    return { test: (value) => inner({ v: value }), whole: true, negated: true };
  },
};

const equalTo = (operand: unknown): ((value: unknown) => boolean) => {
  if (operand === undefined || operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === "string" || typeof operand === "boolean") return (value) => value === operand;
  if (typeof operand === "number")
    return (value) => value === operand || (!plain(value) && keyOf(value) === keyOf(operand));
  const key = keyOf(operand);
  return operand instanceof ObjectId
    ? (value) => value instanceof ObjectId && value.equals(operand)
    : (value) => value !== undefined && keyOf(value) === key;
};

const plain = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "number" && !Number.isNaN(value)) ||
  typeof value === "string";

const ordered = (operand: unknown, holds: (order: number) => boolean): ((value: unknown) => boolean) => {
  if (operand instanceof RegExp) throw new StoreError(2, "Can't have RegEx as arg to predicate over field");
  const type = typeOfKey(keyOf(operand));
  const sameType = (value: unknown): boolean => typeOfKey(keyOf(value)) === type;
  if (typeof operand === "number")
    return (value) =>
      typeof value === "number"
        ? holds(compareValues(value, operand)) && bothOrNoNaN(value, operand)
        : sameType(value) && holds(compareValues(value, operand));
  if (operand instanceof Date) return (value) => value instanceof Date && holds(value.getTime() - operand.getTime());
  if (typeof operand === "string") return (value) => typeof value === "string" && holds(compareValues(value, operand));
  return (value) => sameType(value) && holds(compareValues(value, operand));
};

const bothOrNoNaN = (a: number, b: number): boolean => Number.isNaN(a) === Number.isNaN(b);

const oneOf = (name: string, operand: unknown): ((value: unknown) => boolean) => {
  if (!Array.isArray(operand)) throw new StoreError(2, `${name} needs an array`);
  if (operand.some((item) => isDocument(item) && Object.keys(item)[0]?.startsWith("$")))
    throw new StoreError(2, `cannot nest $ under ${name}`);
  const patterns = operand.filter((item) => item instanceof RegExp).map((item) => matching(item, undefined));
  const keys = new Set(operand.map(keyOf));
  return (value) => keys.has(keyOf(value)) || patterns.some((matches) => matches(value));
};

/** A pattern as JavaScript understands it. A `g` or `y` flag would make it remember where it stopped. */
const matching = (operand: unknown, options: unknown): ((value: unknown) => boolean) => {
  const source = operand instanceof RegExp ? operand.source : operand;
  if (typeof source !== "string") throw new StoreError(2, "$regex has to be a string");
  const flags =
    typeof options === "string" ? options : operand instanceof RegExp ? operand.flags.replace(/[gyd]/g, "") : "";
  const unknown = /[^imsu]/.exec(flags);
  if (unknown) throw new StoreError(51108, `invalid flag in regex options: ${unknown[0]}`);
  const pattern = toPattern(source, flags);
  return (value) =>
    typeof value === "string" ? pattern.test(value) : value instanceof RegExp && value.source === source;
};

const toPattern = (source: string, flags: string): RegExp => {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new StoreError(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : source}`);
  }
};

const remainder = (operand: unknown): ((value: unknown) => boolean) => {
  if (!Array.isArray(operand) || operand.length !== 2) throw new StoreError(2, "malformed mod, needs two numbers");
  const [divisor, rest] = operand.map((part) => Math.trunc(Number(part)));
  if (!divisor) throw new StoreError(2, "divisor cannot be 0");
  return (value) => typeof value === "number" && Math.trunc(value) % divisor === rest;
};

const allOf = ({ operand, compileField }: Operand): Test => {
  if (!Array.isArray(operand)) throw new StoreError(2, "$all needs an array");
  const tests = operand.map((item) => compileField(isDocument(item) && "$elemMatch" in item ? item : asEquality(item)));
  return { test: (value) => tests.length > 0 && tests.every((test) => test({ v: value })), whole: true };
};

const asEquality = (item: unknown): unknown => (item instanceof RegExp ? item : { $eq: item });

const elementMatching = ({ operand, scope, compileFilter, compileField }: Operand): ((value: unknown) => boolean) => {
  if (!isDocument(operand)) throw new StoreError(2, "$elemMatch needs an Object");
  const first = Object.keys(operand)[0];
  const bare = first?.startsWith("$") && !["$and", "$or", "$nor", "$expr"].includes(first);
  const test = bare ? compileField(operand) : compileFilter(operand, scope);
  return (value) =>
    Array.isArray(value) &&
    value.some((item) =>
      bare ? test({ v: item }) : (isDocument(item) && test(item)) || (Array.isArray(item) && test({ ...item })),
    );
};

const whole = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value);
const int32 = (value: unknown): boolean => whole(value) && Math.abs(Number(value)) < 2 ** 31;

const typeTests: Record<string, (value: unknown) => boolean> = {
  double: (value) => (typeof value === "number" && !int32(value)) || value instanceof Double,
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
  long: (value) => value instanceof Long,
  decimal: (value) => value instanceof Decimal128,
  number: (value) => typeof value === "number" || value instanceof Long || value instanceof Decimal128,
};

const typeNumbers: Record<string, string> = {
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
};

const ofType = (operand: unknown): ((value: unknown) => boolean) => {
  const tests = [operand].flat().map((name) => {
    const test = typeTests[typeNumbers[String(name)] ?? String(name)];
    if (!test) throw new StoreError(2, `Unknown type name alias: ${String(name)}`);
    return test;
  });
  return (value) => value !== undefined && tests.some((test) => test(value));
};
