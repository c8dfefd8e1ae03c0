import { deserialize, serialize } from "bson";
import { onlyFields } from "./document-bytes.ts";
import type { Doc } from "./wire.ts";

/** One stored document: its bytes, never changed in place, and its place in the collection's order. */
export type Stored = { rank: number; bytes: Buffer };

export const encode = (document: Doc): Uint8Array => serialize(document, { ignoreUndefined: true });

export const documentOf = ({ bytes }: Stored): Doc => deserialize(bytes);

/** With its numbers in their classes (Int32, Double, Long): to be written again as it came, or asked for its types. */
export const exactDocument = (bytes: Uint8Array): Doc => deserialize(bytes, { promoteValues: false });

/** A value of an exact document with plain numbers, as conditions and options are read. */
export const plainly = (value: unknown): unknown => deserialize(serialize({ value })).value;

export type Reader = (stored: Stored) => Doc;

/**
 * Reads some fields of documents and passes over the rest, which is most of the cost of a walk.
 * @param names first parts of paths; undefined: all
 */
export const readerOf = (names: Iterable<string> | undefined, exact = false): Reader => {
  const read = exact ? exactDocument : (bytes: Uint8Array): Doc => deserialize(bytes);
  if (names === undefined) return ({ bytes }) => read(bytes);
  const wanted = [...new Set(names)].map((name) => Buffer.from(name, "utf8"));
  return ({ bytes }) => (wanted.length === 0 ? {} : read(onlyFields(bytes, wanted)));
};

/** The same fields as bytes, as they came: to be shown without being read. */
export const cutterOf = (names: readonly string[]): ((stored: Stored) => Uint8Array) => {
  const wanted = names.map((name) => Buffer.from(name, "utf8"));
  return ({ bytes }) => onlyFields(bytes, wanted);
};
