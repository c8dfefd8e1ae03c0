import { compileFilter, isOperators } from "./match-document.ts";
import { numberOf } from "./numbers.ts";
import { atOnce } from "./pauses.ts";
import { readSort, sortBy } from "./sort-documents.ts";
import { StoreError } from "./store-error.ts";
import { plainly } from "./stored-document.ts";
import type { UpdateOperator } from "./update-operators.ts";
import { type Place, readPlace, write } from "./update-paths.ts";
import { compareValues, isDocument, keyOf } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** A copy of the array at a place, to change and write back; undefined when nothing is there. */
const arrayAt = (name: string, place: Place): unknown[] | undefined => {
  const held = readPlace(place);
  if (held === undefined) return undefined;
  if (!Array.isArray(held))
    throw new StoreError(
      name === "$pop" ? 14 : 2,
      `The field '${place.name}' must be an array for ${name}, it holds ${JSON.stringify(held)}`,
    );
  return [...held];
};

const eachOf = (operand: unknown): unknown[] => {
  if (!isDocument(operand) || !("$each" in operand)) return [operand];
  if (!Array.isArray(operand.$each)) throw new StoreError(2, "The argument to $each must be an array");
  return operand.$each;
};

const removing = (name: string, place: Place, goes: (item: unknown) => boolean): void => {
  const array = arrayAt(name, place);
  if (array)
    write(
      place,
      array.filter((item) => !goes(item)),
    );
};

export const arrayOperators: Record<string, UpdateOperator> = {
  $push: {
    creates: true,
    apply: (place, operand) => {
      const array = arrayAt("$push", place) ?? [];
      const modifiers = isDocument(operand) && "$each" in operand ? operand : {};
      const unknown = Object.keys(modifiers).find((name) => !["$each", "$position", "$slice", "$sort"].includes(name));
      if (unknown) throw new StoreError(2, `Unrecognized clause in $push: ${unknown}`);
      const position = modifiers.$position === undefined ? array.length : plainly(modifiers.$position);
      array.splice(whole("$position", position), 0, ...eachOf(operand));
      if (modifiers.$sort !== undefined) sortItems(array, plainly(modifiers.$sort));
      write(place, modifiers.$slice === undefined ? array : sliced(array, whole("$slice", plainly(modifiers.$slice))));
    },
  },
  $addToSet: {
    creates: true,
    apply: (place, operand) => {
      const array = arrayAt("$addToSet", place) ?? [];
      const held = new Set(array.map(keyOf));
      for (const item of eachOf(operand)) {
        if (!held.has(keyOf(item))) array.push(item);
        held.add(keyOf(item));
      }
      write(place, array);
    },
  },
  $pop: {
    creates: false,
    apply: (place, given) => {
      const operand = numberOf(given);
      if (operand !== 1 && operand !== -1) throw new StoreError(9, "$pop expects 1 or -1");
      const array = arrayAt("$pop", place);
      if (array) write(place, operand === 1 ? array.slice(0, -1) : array.slice(1));
    },
  },
  $pull: {
    creates: false,
    apply: (place, operand) => removing("$pull", place, pulled(plainly(operand))),
  },
  $pullAll: {
    creates: false,
    apply: (place, operand) => {
      if (!Array.isArray(operand)) throw new StoreError(2, "$pullAll requires an array argument");
      const keys = new Set(operand.map(keyOf));
      removing("$pullAll", place, (item) => keys.has(keyOf(item)));
    },
  },
};

const whole = (name: string, value: unknown): number => {
  if (!Number.isInteger(value)) throw new StoreError(2, `The value for ${name} must be an integer value`);
  return Number(value);
};

const sliced = (array: unknown[], count: number): unknown[] => (count < 0 ? array.slice(count) : array.slice(0, count));

const sortItems = (array: unknown[], sort: unknown): void => {
  if (sort === 1 || sort === -1) array.sort((a, b) => compareValues(a, b) * sort);
  else array.splice(0, array.length, ...atOnce(sortBy(array, { keys: readSort(sort), document: plainDocument })));
};

const plainDocument = (item: unknown): Doc => (isDocument(item) ? item : {});

/** `$pull` with a document matches elements that contain it; with operators or a plain value, the element itself. */
const pulled = (operand: unknown): ((item: unknown) => boolean) => {
  if (isDocument(operand) && !isFieldOperators(operand)) {
    const test = compileFilter(operand);
    return (item) => isDocument(item) && test(item);
  }
  if (Array.isArray(operand)) return (item) => keyOf(item) === keyOf(operand);
  const test = compileFilter({ v: operand });
  return (item) => (Array.isArray(item) ? test({ v: [item] }) && isOperators(operand) : test({ v: item }));
};

const isFieldOperators = (operand: unknown): boolean =>
  isOperators(operand) && !["$or", "$and", "$nor"].some((name) => name in operand);
