import { isOperators } from "./match-document.ts";
import { isDocument, keyOf, typeOfKey } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** What a filter says of one field, as far as an index can use it. The documents found are matched again anyway. */
export type Bound = {
  /** The field is one of these values (`{ field: x }`, `$eq`, `$in`). */
  points?: { keys: string[]; values: unknown[] };
  from?: string;
  to?: string;
  /** Each operator with its operand, to compare with the expression of a partial index. */
  operators: [string, unknown][];
};

/** Sorts after every key that begins the same; thrice, for a reversed string ends in two of them. */
export const afterAll = "\uffff\uffff\uffff";

/** Reads the bounds of each field: of the filter itself, of its `$and` parts and of its `$elemMatch` parts. */
export const boundsOf = (filter: Doc): Map<string, Bound> => {
  const bounds = new Map<string, Bound>();
  read(filter, "", bounds);
  return bounds;
};

const read = (filter: Doc, prefix: string, into: Map<string, Bound>): void => {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === "$and" && Array.isArray(condition))
      for (const part of condition) isDocument(part) && read(part, prefix, into);
    else if (!name.startsWith("$")) readField(prefix + name, condition, into);
  }
};

const readField = (path: string, condition: unknown, into: Map<string, Bound>): void => {
  const operators: Doc = isOperators(condition)
    ? condition
    : { [condition instanceof RegExp ? "$regex" : "$eq"]: condition };
  const bound = into.get(path) ?? { operators: [] };
  into.set(path, bound);
  for (const [operator, operand] of Object.entries(operators)) {
    bound.operators.push([operator, operand]);
    if (operator === "$elemMatch" && isDocument(operand)) readElement(path, operand, into);
    else narrow[operator]?.(bound, operand);
  }
};

const readElement = (path: string, operand: Doc, into: Map<string, Bound>): void => {
  if (isOperators(operand)) readField(path, operand, into);
  else read(operand, `${path}.`, into);
};

const narrow: Record<string, (bound: Bound, operand: unknown) => void> = {
  $eq: (bound, operand) => addPoints(bound, [operand]),
  $in: (bound, operand) => Array.isArray(operand) && addPoints(bound, operand),
  $all: (bound, operand) => Array.isArray(operand) && operand.length > 0 && addPoints(bound, operand.slice(0, 1)),
  $gt: (bound, operand) => addRange(bound, operand, { from: keyOf(operand) + afterAll }),
  $gte: (bound, operand) => addRange(bound, operand, { from: keyOf(operand) }),
  $lt: (bound, operand) => addRange(bound, operand, { to: keyOf(operand) }),
  $lte: (bound, operand) => addRange(bound, operand, { to: keyOf(operand) + afterAll }),
};

/** An index holds an array's elements, so a whole array is not found there; nor is what a pattern matches. */
const indexable = (value: unknown): boolean =>
  !Array.isArray(value) && !(value instanceof RegExp) && !(isDocument(value) && Object.keys(value)[0]?.startsWith("$"));

const addPoints = (bound: Bound, values: unknown[]): void => {
  if (bound.points || !values.every(indexable)) return;
  bound.points = { keys: [...new Set(values.map(keyOf))].sort(), values };
};

/** Adds one side, and closes the other at the end of the type: 5 is never above or below a string. */
const addRange = (bound: Bound, operand: unknown, side: { from?: string; to?: string }): void => {
  const type = typeOfKey(keyOf(operand));
  if (!indexable(operand) || "\x02\x05\x7f".includes(type)) return;
  bound.from = side.from ?? bound.from ?? type;
  bound.to = side.to ?? bound.to ?? String.fromCharCode(type.charCodeAt(0) + 1);
};
