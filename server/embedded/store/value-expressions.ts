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

/** mingo computes with doubles alone. */
const computed = (name: string): Operator => {
  const compute = Reflect.get(expression, name) as Operator;
  return (document, operands, options) => {
    const value = evalExpr(document, operands, options);
    if ([value].flat().some((item) => item instanceof Decimal128 || item instanceof Long))
      throw notBuilt(`${name} of a wide number`);
    return compute(document, value, options);
  };
};

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
  ...byName("$abs $add $ceil $divide $exp $floor $ln $log $log10 $mod $multiply $pow $sqrt $subtract", computed),
  ...byName("$round $trunc", (name) => {
    const compute = computed(name);
    return (document, operands, options) => compute(document, [operands].flat(), options);
  }),
  ...byName("$sum $avg $min $max", accumulated),
  $type: (...given) => typeOf(only(...given)),
  $isNumber: (...given) => numberOf(only(...given)) !== undefined,
  $toString: (document, operands, options) => {
    const value = only(document, operands, options);
    return isWide(value) ? value.toString() : expression.$toString(document, { $literal: value }, options);
  },
  $toDate: (document, operands, options) => {
    const value = only(document, operands, options);
    return value instanceof ObjectId
      ? value.getTimestamp()
      : expression.$toDate(document, { $literal: numberOf(value) ?? value }, options);
  },
  $toObjectId: (...given) => {
    const value = only(...given) ?? null;
    if (value === null || value instanceof ObjectId) return value;
    if (typeof value === "string" && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
    throw new StoreError(241, `Failed to parse objectId '${String(value)}' in $convert with no onError value`);
  },
  $convert: (document, operands, options) => {
    const { input, to } = isDocument(operands) ? operands : {};
    if (isWide(evalExpr(document, input, options)) || ["objectId", "decimal", 7, 19].includes(to as string))
      throw notBuilt("$convert of or to an ObjectId or a wide number");
    return expression.$convert(document, operands as Parameters<typeof expression.$convert>[1], options);
  },
};

/** The one operand, which may stand in an array. */
const only: Operator = (document, operands, options) =>
  evalExpr(document, Array.isArray(operands) && operands.length === 1 ? operands[0] : operands, options);

const isWide = (value: unknown): value is ObjectId | Long | Decimal128 =>
  value instanceof ObjectId || value instanceof Long || value instanceof Decimal128;
