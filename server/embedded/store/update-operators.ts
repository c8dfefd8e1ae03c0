import { Int32, Long, Timestamp } from "bson";
import { combineNumbers, numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import { arrayOperators } from "./update-arrays.ts";
import { erase, type Place, readPlace, write } from "./update-paths.ts";
import { compareValues, isDocument } from "./value-key.ts";

/** How an operator changes one place. `creates`: it makes the way to a place that is not there yet. */
export type UpdateOperator = { creates: boolean; apply: (place: Place, operand: unknown, now: Date) => void };

const operands = (name: string, place: Place, operand: unknown): [held: unknown, operand: unknown] => {
  if (numberOf(operand) === undefined)
    throw new StoreError(
      14,
      `Cannot ${verbs[name]} with non-numeric argument: {${place.name}: ${JSON.stringify(operand)}}`,
    );
  const held = readPlace(place);
  if (held !== undefined && numberOf(held) === undefined)
    throw new StoreError(
      14,
      `Cannot apply ${name} to a value of non-numeric type. The field '${place.name}' holds ${JSON.stringify(held)}`,
    );
  return [held, operand];
};

const verbs: Record<string, string> = { $inc: "increment", $mul: "multiply" };

const set = (place: Place, operand: unknown): void => write(place, operand);

export const updateOperators: Record<string, UpdateOperator> = {
  $set: { creates: true, apply: set },
  $setOnInsert: { creates: true, apply: set },
  $unset: { creates: false, apply: erase },
  $inc: {
    creates: true,
    apply: (place, operand) => {
      const [held, by] = operands("$inc", place, operand);
      write(place, held === undefined ? by : combineNumbers(held, by, "add"));
    },
  },
  $mul: {
    creates: true,
    apply: (place, operand) => {
      const [held = new Int32(0), by] = operands("$mul", place, operand);
      write(place, combineNumbers(held, by, "multiply"));
    },
  },
  $min: {
    creates: true,
    apply: (place, operand) => {
      const held = readPlace(place);
      if (held === undefined || compareValues(operand, held) < 0) write(place, operand);
    },
  },
  $max: {
    creates: true,
    apply: (place, operand) => {
      const held = readPlace(place);
      if (held === undefined || compareValues(operand, held) > 0) write(place, operand);
    },
  },
  $currentDate: {
    creates: true,
    apply: (place, operand, now) => {
      const type = isDocument(operand) ? operand.$type : operand;
      if (type === "timestamp") write(place, Timestamp.fromBits(0, Math.floor(now.getTime() / 1000)));
      else if (type === true || type === "date") write(place, now);
      else throw new StoreError(2, "$currentDate takes true, 'date' or 'timestamp'");
    },
  },
  $bit: {
    creates: true,
    apply: (place, operand) => {
      if (!isDocument(operand)) throw new StoreError(2, "The $bit modifier needs a document");
      for (const [name, mask] of Object.entries(operand))
        write(place, bitwise(name, readPlace(place) ?? new Int32(0), mask));
    },
  },
  ...arrayOperators,
};

const bitwise = (name: string, held: unknown, mask: unknown): Int32 | Long => {
  const [a, b] = [held, mask].map((value) => (value instanceof Long ? value.toBigInt() : smallInteger(value)));
  if (a === undefined || b === undefined)
    throw new StoreError(2, "Cannot apply $bit to a value that is not an integer");
  const result = name === "and" ? a & b : name === "or" ? a | b : name === "xor" ? a ^ b : undefined;
  if (result === undefined)
    throw new StoreError(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  return held instanceof Long || mask instanceof Long ? Long.fromBigInt(result) : new Int32(Number(result));
};

const smallInteger = (value: unknown): bigint | undefined => (value instanceof Int32 ? BigInt(value.value) : undefined);
