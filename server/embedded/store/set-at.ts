import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** A document with a value at a path; what stands on the way is copied, never changed. */
export const setAt = (document: Doc, parts: readonly string[], value: unknown): Doc => {
  const [name = "", ...rest] = parts;
  if (rest.length === 0) return { ...document, [name]: value };
  const held = document[name];
  return { ...document, [name]: setAt(isDocument(held) ? held : {}, rest, value) };
};
