import { Decimal128, Long } from "bson";
import { combineNumbers } from "./numbers.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { compareValues, isDocument, keyOf } from "./value-key.ts";

/** What a `$group` keeps of the values it has seen. They come one by one, so that it may be paused between any two. */
export type Accumulator = { add: (value: unknown) => void; result: () => unknown };

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/#accumulator-operator */
export const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => sum(),
  $count: () => fold(0, (count) => count + 1),
  $avg: () => average(),
  $min: () => extreme((order) => order < 0),
  $max: () => extreme((order) => order > 0),
  $first: () => {
    let first: { value: unknown } | undefined;
    return {
      add: (value) => {
        first ??= { value };
      },
      result: () => first?.value ?? null,
    };
  },
  $last: () => fold<unknown>(null, (_, value) => value ?? null),
  $push: () => {
    const values: unknown[] = [];
    return { add: (value) => void (value !== undefined && values.push(value)), result: () => values };
  },
  $addToSet: () => {
    const values = new Map<string, unknown>();
    return {
      add: (value) => void (value !== undefined && values.set(keyOf(value), value)),
      result: () => [...values.values()],
    };
  },
  $mergeObjects: () => {
    const merged = {};
    return { add: (value) => void Object.assign(merged, documentOrNothing(value)), result: () => merged };
  },
};

const fold = <T>(start: T, next: (held: T, value: unknown) => T): Accumulator => {
  let held = start;
  return {
    add: (value) => {
      held = next(held, value);
    },
    result: () => held,
  };
};

const sum = (): Accumulator =>
  fold<unknown>(0, (held, value) => {
    if (typeof value === "number" && typeof held === "number") return held + value;
    if (value instanceof Long) throw notBuilt("$sum of a whole number beyond 2^53");
    return typeof value === "number" || value instanceof Decimal128 ? combineNumbers(held, value, "add") : held;
  });

const average = (): Accumulator => {
  let [total, count] = [0, 0];
  return {
    add: (value) => {
      if (value instanceof Decimal128 || value instanceof Long) throw notBuilt("$avg of wide numbers");
      if (typeof value !== "number") return;
      total += value;
      count += 1;
    },
    result: () => (count === 0 ? null : total / count),
  };
};

const extreme = (better: (order: number) => boolean): Accumulator =>
  fold<unknown>(null, (held, value) => {
    if (value === null || value === undefined) return held;
    return held === null || better(compareValues(value, held)) ? value : held;
  });

const documentOrNothing = (value: unknown): object => {
  if (value === null || value === undefined) return {};
  if (!isDocument(value)) throw new StoreError(40400, "$mergeObjects requires object inputs");
  return value;
};
