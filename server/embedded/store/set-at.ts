import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/**
 * A document with a value at a path, in each element of an array on the way; without the field when the value is
 * undefined. What stands on the way is copied, never changed.
 */
export const setAt = (document: Doc, parts: readonly string[], value: unknown): Doc => {
  const [name = "", ...rest] = parts;
  if (rest.length > 0) return { ...document, [name]: setWithin(document[name], rest, value) };
  if (value !== undefined) return { ...document, [name]: value };
  const { [name]: _, ...others } = document;
  return others;
};

const setWithin = (held: unknown, parts: readonly string[], value: unknown): unknown => {
  if (Array.isArray(held)) return held.map((item) => setWithin(item, parts, value));
  return setAt(isDocument(held) ? held : {}, parts, value);
};
