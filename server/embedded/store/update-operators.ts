import { Int32, Timestamp } from "bson";
import { combineNumbers, numberOf } from "./numbers.ts";
import { StoreError } from "./store-error.ts";
import { arrayOperators } from "./update-arrays.ts";
import { erase, type Place, readPlace, write } from "./update-paths.ts";
import { compareValues, isDocument } from "./value-key.ts";

/** How an operator changes one place. `creates`: it makes the way to a place that is not there yet. */
export type UpdateOperator = { creates: boolean; apply: (place: Place, operand: unknown, now: Date) => void };

const setting: UpdateOperator = { creates: true, apply: write };

/** `$inc` and `$mul`. @param nothing what a missing field makes of an operand */
const computing = (name: string, operation: "add" | "multiply", nothing: (by: unknown) => unknown): UpdateOperator => ({
  creates: true,
  apply: (place, by) => {
    if (numberOf(by) === undefined)
      throw new StoreError(
        14,
        `Cannot ${verbs[name]} with non-numeric argument: {${place.name}: ${JSON.stringify(by)}}`,
      );
    const held = readPlace(place);
    if (held !== undefined && numberOf(held) === undefined)
      throw new StoreError(
        14,
        `Cannot apply ${name} to a value of non-numeric type. The field '${place.name}' holds ${JSON.stringify(held)}`,
      );
    write(place, held === undefined ? nothing(by) : combineNumbers(held, by, operation));
  },
});

const verbs: Record<string, string> = { $inc: "increment", $mul: "multiply" };

/** `$min` and `$max`. @param sign of the comparison that lets an operand take the place */
const choosing = (sign: 1 | -1): UpdateOperator => ({
  creates: true,
  apply: (place, operand) => {
    const held = readPlace(place);
    if (held === undefined || compareValues(operand, held) * sign > 0) write(place, operand);
  },
});

export const updateOperators: Record<string, UpdateOperator> = {
  $set: setting,
  $setOnInsert: setting,
  $unset: { creates: false, apply: erase },
  $inc: computing("$inc", "add", (by) => by),
  $mul: computing("$mul", "multiply", (by) => combineNumbers(new Int32(0), by, "multiply")),
  $min: choosing(-1),
  $max: choosing(1),
  $currentDate: {
    creates: true,
    apply: (place, operand, now) => {
      const type = isDocument(operand) ? operand.$type : operand;
      if (type === "timestamp") write(place, Timestamp.fromBits(0, Math.floor(now.getTime() / 1000)));
      else if (type === true || type === "date") write(place, now);
      else throw new StoreError(2, "$currentDate takes true, 'date' or 'timestamp'");
    },
  },
  ...arrayOperators,
};
