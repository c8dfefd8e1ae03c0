import type { IndexField } from "./collection-index.ts";
import { StoreError } from "./store-error.ts";
import { emptyArrayKey, fieldOf, isDocument, keyOf, reversed } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type Tuples = {
  /** The values of the fields, one tuple an entry. */
  tuples: unknown[][];
  /** Whether an array was met on the way. */
  several: boolean;
  /** Whether one array was met by two fields. */
  together: boolean;
};

/**
 * What an index holds of a document: a tuple for each element of the array that fields of the key go through.
 * https://www.mongodb.com/docs/manual/core/indexes/index-types/index-multikey/
 * @throws StoreError 171 when two fields go through two arrays
 */
export const tuplesOf = (document: Doc, fields: readonly IndexField[]): Tuples => {
  const into: Tuples = { tuples: [], several: false, together: false };
  gather(
    fields.map(({ parts }) => reach({ value: document, parts, depth: 0 }, into)),
    into,
  );
  return into;
};

export const keyOfTuple = (tuple: readonly unknown[], fields: readonly IndexField[]): string => {
  let out = "";
  tuple.forEach((value, i) => {
    const key = value === emptyArray ? emptyArrayKey : keyOf(value);
    out += fields[i]?.descending ? reversed(key) : key;
  });
  return out;
};

/** What a key was made of, by field. */
export const valuesOfKey = (key: string, document: Doc, fields: readonly IndexField[]): Doc => {
  const tuple = tuplesOf(document, fields).tuples.find((one) => keyOfTuple(one, fields) === key) ?? [];
  return Object.fromEntries(fields.map(({ path }, i) => [path, tuple[i] === emptyArray ? [] : (tuple[i] ?? null)]));
};

const emptyArray = Symbol("an empty array");

/** How far the path of a field was followed: to its value, or to an array (`inside`) to be taken element by element. */
type Step = { value: unknown; parts: readonly string[]; depth: number; inside?: unknown[] };

const reach = ({ value: start, parts, depth: from }: Step, into: Tuples): Step => {
  let value = start;
  for (let depth = from; ; depth += 1) {
    const part = parts[depth];
    if (Array.isArray(value)) {
      into.several = true;
      if (part === undefined || !/^\d+$/.test(part) || value.some(isDocument))
        return { value: undefined, parts, depth, inside: value };
      value = value[Number(part)];
    } else if (part === undefined) return { value, parts, depth };
    else if (isDocument(value)) value = fieldOf(value, part);
    else return { value: undefined, parts, depth };
  }
};

const gather = (steps: readonly Step[], into: Tuples): void => {
  const [first, ...others] = steps.filter(({ inside }) => inside);
  if (!first?.inside) {
    into.tuples.push(steps.map(({ value }) => value));
    return;
  }
  if (others.some(({ inside }) => inside !== first.inside)) throw new StoreError(171, "cannot index parallel arrays");
  into.together ||= others.length > 0;
  const items: unknown[] = first.inside.length === 0 ? [emptyArray] : first.inside;
  for (const item of items)
    gather(
      steps.map((step) => (step.inside ? within(item, step, into) : step)),
      into,
    );
};

const within = (item: unknown, { parts, depth }: Step, into: Tuples): Step => {
  if (parts.length === depth) return { value: item, parts, depth };
  return isDocument(item) ? reach({ value: item, parts, depth }, into) : { value: undefined, parts, depth };
};
