import { Decimal128, Long, ObjectId } from "bson";
import { evalExpr } from "mingo/core";
import * as expression from "mingo/operators/expression";
import type { AnyObject, Options } from "mingo/types";
import { accumulators } from "./accumulators.ts";
import { typeOf } from "./match-types.ts";
import { numberOf } from "./numbers.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

export type Operator = (document: AnyObject, operands: unknown, options: Options) => unknown;

/** mingo's own operator, given what is computed already: a literal, or several in a list. */
const ofMingo = (name: string, operand: unknown, options: Options): unknown =>
  (Reflect.get(expression, name) as Operator)({}, operand, options);

const literal = (value: unknown): object => ({ $literal: value });

/** mingo computes with doubles alone, and takes what is not a number of a kind for NaN. */
const computed =
  (name: string, alone: boolean): Operator =>
  (document, operands, options) => {
    const values = listed(document, operands, options);
    if (values.some((item) => item instanceof Decimal128 || item instanceof Long))
      throw notBuilt(`${name} of a wide number`);
    if (alone && values.length !== 1) throw new StoreError(16020, `Expression ${name} takes exactly 1 argument`);
    if (values.some(isNothing)) return null;
    const result = ofMingo(name, alone ? literal(values[0]) : values.map(literal), options);
    if (typeof result === "number" && !Number.isFinite(result) && partial.test(name) && !values.includes(Number.NaN))
      throw new StoreError(2, `${name} cannot be computed of ${values.join(" and ")}`);
    return result;
  };

/** Defined for some numbers only: what is not finite was not asked for. */
const partial = /^\$(divide|ln|log|mod|pow|sqrt|subtract)/;

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/** mingo passes over wide numbers, and takes no single value. */
const accumulated = (name: string): Operator => {
  return (...given) => {
    const accumulator = accumulators[name]?.();
    for (const item of [only(...given)].flat()) accumulator?.add(item);
    return accumulator?.result();
  };
};

const byName = (names: string, make: (name: string) => Operator): Record<string, Operator> =>
  Object.fromEntries(names.split(" ").map((name) => [name, make(name)]));

/** Types, conversions and numbers: mingo knows nothing of the classes of BSON. */
export const valueExpressions: Readonly<Record<string, Operator>> = {
  ...byName("$abs $ceil $exp $floor $ln $log10 $sqrt", (name) => computed(name, true)),
  ...byName("$add $divide $log $mod $multiply $pow $round $subtract $trunc", (name) => computed(name, false)),
  ...byName("$avg $max $mergeObjects $min $sum", accumulated),
  $slice: (...given) => {
    const values = listed(...given);
    return values.some(isNothing) ? null : ofMingo("$slice", values.map(literal), given[2]);
  },
  ...byName(
    "$year $month $dayOfMonth $dayOfWeek $dayOfYear $hour $minute $second $millisecond $isoWeek $isoWeekYear $isoDayOfWeek",
    (name) => (document, operands, options) => {
      const { date, timezone } = isDocument(operands) && "date" in operands ? operands : { date: operands };
      const value = only(document, date, options);
      if (isNothing(value)) return null;
      const read = { date: value instanceof ObjectId ? value.getTimestamp() : value, timezone };
      if (!(read.date instanceof Date)) throw new StoreError(16006, `can't convert from ${typeOf(value)} to Date`);
      return (Reflect.get(expression, name) as Operator)(document, read, options);
    },
  ),
  $dateToString: (document, operands, options) => {
    const { format = "%Y-%m-%dT%H:%M:%S.%L", ...rest } = isDocument(operands) ? operands : {};
    if (/%[%Uw]/.test(String(format))) throw notBuilt("%w, %U or %% in a $dateToString");
    const zoned = rest.timezone === undefined && !Object.hasOwn(Object(operands), "format") ? `${format}Z` : format;
    return expression.$dateToString(document, { ...rest, format: zoned } as never, options);
  },
  $arrayToObject: (...given) => ofMingo("$arrayToObject", literal(only(...given)), given[2]),
  $size: (...given) => {
    const value = only(...given);
    if (!Array.isArray(value)) throw new StoreError(17124, "The argument to $size must be an array");
    return value.length;
  },
  $not: (...given) => !holds(only(...given)),
  $toUpper: (...given) => textOf(only(...given)).replace(/[a-z]+/g, (part) => part.toUpperCase()),
  $toLower: (...given) => textOf(only(...given)).replace(/[A-Z]+/g, (part) => part.toLowerCase()),
  $toInt: (...given) => {
    const value = only(...given);
    if (value instanceof Date) throw new StoreError(241, "Unsupported conversion from date to int");
    return ofMingo("$toInt", literal(value), given[2]);
  },
  $type: (...given) => typeOf(only(...given)),
  $isNumber: (...given) => numberOf(only(...given)) !== undefined,
  $toString: (document, operands, options) => {
    const value = only(document, operands, options);
    return isWide(value) ? value.toString() : ofMingo("$toString", literal(value), options);
  },
  $toDate: (document, operands, options) => {
    const value = only(document, operands, options);
    if (typeof value === "boolean") throw new StoreError(241, "Unsupported conversion from bool to date");
    return value instanceof ObjectId
      ? value.getTimestamp()
      : ofMingo("$toDate", literal(numberOf(value) ?? value), options);
  },
  $toObjectId: (...given) => {
    const value = only(...given) ?? null;
    if (value === null || value instanceof ObjectId) return value;
    if (typeof value === "string" && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
    throw new StoreError(241, `Failed to parse objectId '${String(value)}' in $convert with no onError value`);
  },
};

/** The one operand, which may stand in an array. */
const only: Operator = (document, operands, options) =>
  evalExpr(document, Array.isArray(operands) && operands.length === 1 ? operands[0] : operands, options);

/** The operands, each computed; a single one may stand without its array. */
const listed = (...[document, operands, options]: Parameters<Operator>): unknown[] =>
  [operands].flat().map((operand) => evalExpr(document, operand, options));

/** MongoDB's truth: everything but false, nothing and zero. */
export const holds = (value: unknown): boolean => value !== false && numberOf(value) !== 0 && !isNothing(value);

const textOf = (value: unknown): string => {
  if (isNothing(value)) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "string" && typeof value !== "number")
    throw new StoreError(16007, `can't convert from BSON type ${typeOf(value)} to String`);
  return String(value);
};

const isWide = (value: unknown): value is ObjectId | Long | Decimal128 =>
  value instanceof ObjectId || value instanceof Long || value instanceof Decimal128;
