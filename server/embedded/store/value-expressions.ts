import { Decimal128, Long, ObjectId } from "bson";
import { evalExpr } from "mingo/core";
import * as mingo from "mingo/operators/expression";
import type { AnyObject, Options } from "mingo/types";
import { accumulators } from "./accumulators.ts";
import { numberOf } from "./numbers.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { compareValues, isDocument, sameValue } from "./value-key.ts";

type Operator = (document: AnyObject, operands: unknown, options: Options) => unknown;

const byName = (names: string, make: (name: string) => Operator): Record<string, Operator> =>
  Object.fromEntries(names.split(" ").map((name) => [name, make(name)]));

const ofMingo = (name: string): Operator => Reflect.get(mingo, name) as Operator;

const literal = (value: unknown): object => ({ $literal: value });

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/** The one operand, which may stand in an array. */
const only: Operator = (document, operands, options) =>
  evalExpr(document, Array.isArray(operands) && operands.length === 1 ? operands[0] : operands, options);

/** The operands, each computed; a single one may stand without its array. */
const listed = (...[document, operands, options]: Parameters<Operator>): unknown[] =>
  [operands].flat().map((operand) => evalExpr(document, operand, options));

/** MongoDB's truth: everything but false, nothing and zero. */
export const holds = (value: unknown): boolean => value !== false && numberOf(value) !== 0 && !isNothing(value);

const isWide = (value: unknown): boolean => value instanceof Decimal128 || value instanceof Long;

const isEndless = (value: unknown): boolean => typeof value === "number" && !Number.isFinite(value);

/** mingo computes with doubles alone, and takes what is not a number of a kind for NaN. */
const computed =
  (most: number) =>
  (name: string): Operator =>
  (document, operands, options) => {
    const values = listed(document, operands, options);
    if (values.some(isWide)) throw notBuilt(`${name} of a wide number`);
    if (values.length > most) throw new StoreError(16020, `Expression ${name} takes exactly ${most} arguments`);
    if (values.some(isNothing)) return null;
    return finite(name, values, ofMingo(name)({}, most === 1 ? literal(values[0]) : values.map(literal), options));
  };

const finite = (name: string, values: unknown[], result: unknown): unknown => {
  if (!isEndless(result) || values.some(isEndless)) return result;
  throw new StoreError(2, `${name} cannot be computed of ${values.join(" and ")}`);
};

/** In expressions a missing field is below null, and values of different types are ordered by type. */
const ordered =
  (says: (order: number) => unknown): Operator =>
  (...given) => {
    const [a, b] = listed(...given);
    if (a === undefined || b === undefined) return says(Number(a !== undefined) - Number(b !== undefined));
    return says(Math.sign(compareValues(a, b)));
  };

const accumulated =
  (name: string): Operator =>
  (...given) => {
    const accumulator = accumulators[name]?.();
    for (const item of [only(...given)].flat()) accumulator?.add(item);
    return accumulator?.result();
  };

const datePart =
  (name: string): Operator =>
  (document, operands, options) => {
    const { date, timezone } = isDocument(operands) && "date" in operands ? operands : { date: operands };
    const value = only(document, date, options);
    if (isNothing(value)) return null;
    if (!(value instanceof Date)) throw new StoreError(16006, `${name}: the embedded store converts nothing to a Date`);
    return ofMingo(name)(document, { date: value, timezone }, options);
  };

const cased =
  (change: (text: string) => string): Operator =>
  (...given) => {
    const value = only(...given) ?? "";
    if (typeof value !== "string") throw notBuilt("the letters of what is no text");
    return change(value);
  };

const unconverted = (value: unknown): never => {
  throw new StoreError(241, `Unsupported conversion of ${String(value)}`);
};

const converted =
  (name: string, refused: (value: unknown) => boolean): Operator =>
  (...given) => {
    const value = only(...given);
    if (refused(value)) return unconverted(value);
    try {
      return ofMingo(name)({}, literal(value), given[2]);
    } catch {
      return unconverted(value);
    }
  };

/** All that may be computed: what is not here is refused. First what mingo answers as MongoDB does. */
export const operators: Readonly<Record<string, Operator>> = {
  ...byName("$and $arrayElemAt $concat $concatArrays $cond $filter $first $getField $ifNull $isArray $last", ofMingo),
  ...byName("$let $literal $map $objectToArray $or $range $reduce $reverseArray $setField $strLenCP $trim", ofMingo),
  ...byName("$abs $ceil $floor", computed(1)),
  ...byName("$divide $mod $round $subtract $trunc", computed(2)),
  ...byName("$add $multiply", computed(Number.POSITIVE_INFINITY)),
  ...byName("$avg $max $mergeObjects $min $sum", accumulated),
  ...byName("$year $month $dayOfMonth $dayOfWeek $dayOfYear $hour $minute $second $millisecond", datePart),
  $dateToString: (document, operands, options) => {
    const format = isDocument(operands) ? operands.format : undefined;
    if (typeof format !== "string" || /%[%Uw]/.test(format)) throw notBuilt("a $dateToString of such a format");
    return ofMingo("$dateToString")(document, operands, options);
  },
  $cmp: ordered((order) => order),
  $eq: ordered((order) => order === 0),
  $ne: ordered((order) => order !== 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in: (...given) => {
    const [value, list] = listed(...given);
    if (!Array.isArray(list)) throw new StoreError(2, "$in requires an array as a second argument");
    return list.some((item) => sameValue(item, value));
  },
  $not: (...given) => !holds(only(...given)),
  $size: (...given) => {
    const value = only(...given);
    if (!Array.isArray(value)) throw new StoreError(17124, "The argument to $size must be an array");
    return value.length;
  },
  $slice: (...given) => {
    const values = listed(...given);
    return values.some(isNothing) ? null : ofMingo("$slice")({}, values.map(literal), given[2]);
  },
  $switch: (document, operands, options) => {
    const { branches, default: otherwise } = isDocument(operands) ? operands : {};
    const chosen = [branches].flat().find((branch) => holds(evalExpr(document, Object(branch).case, options)));
    return evalExpr(document, chosen === undefined ? otherwise : Object(chosen).then, options);
  },
  $toString: (...given) => {
    const value = only(...given);
    return isWide(value) || value instanceof ObjectId
      ? String(value)
      : ofMingo("$toString")({}, literal(value), given[2]);
  },
  $toInt: converted("$toInt", (value) => value instanceof Date),
  $toDate: (...given) => {
    const value = only(...given);
    if (value instanceof ObjectId) return value.getTimestamp();
    return converted("$toDate", (one) => typeof one === "boolean")(given[0], literal(value), given[2]);
  },
  $toObjectId: (...given) => {
    const value = only(...given);
    if (isNothing(value) || value instanceof ObjectId) return value ?? null;
    return typeof value === "string" && /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : unconverted(value);
  },
  // Letters without accents alone, as MongoDB does.
  $toLower: cased((text) => text.replace(/[A-Z]+/g, (part) => part.toLowerCase())),
  $toUpper: cased((text) => text.replace(/[a-z]+/g, (part) => part.toUpperCase())),
};
