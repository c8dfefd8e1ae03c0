import { Long, Timestamp } from "bson";
import { notBuilt, StoreError } from "./store-error.ts";
import { arrayOperators } from "./update-arrays.ts";
import { erase, type Place, readPlace, write } from "./update-paths.ts";
import { compareValues, isDocument } from "./value-key.ts";

/** How an operator changes one place. `creates`: it makes the way to a place that is not there yet. */
export type UpdateOperator = { creates: boolean; apply: (place: Place, operand: unknown, now: Date) => void };

const number = (name: string, place: Place, operand: unknown): [number | undefined, number] => {
  if (operand instanceof Long || typeof operand === "bigint")
    throw notBuilt(`${name} by a 64-bit integer outside the safe range`);
  if (typeof operand !== "number")
    throw new StoreError(
      14,
      `Cannot ${verbs[name]} with non-numeric argument: {${place.name}: ${JSON.stringify(operand)}}`,
    );
  const held = readPlace(place);
  if (held !== undefined && typeof held !== "number")
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
      const [held = 0, by] = number("$inc", place, operand);
      write(place, held + by);
    },
  },
  $mul: {
    creates: true,
    apply: (place, operand) => {
      const [held = 0, by] = number("$mul", place, operand);
      write(place, held * by);
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
      for (const [name, mask] of Object.entries(operand)) write(place, bitwise(name, readPlace(place) ?? 0, mask));
    },
  },
  ...arrayOperators,
};

const bitwise = (name: string, held: unknown, mask: unknown): number => {
  const [a, b] = [Number(held), Number(mask)];
  if (!Number.isInteger(a) || !Number.isInteger(b))
    throw new StoreError(2, "Cannot apply $bit to a value that is not an integer");
  if (name === "and") return a & b;
  if (name === "or") return a | b;
  if (name === "xor") return a ^ b;
  throw new StoreError(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
};
