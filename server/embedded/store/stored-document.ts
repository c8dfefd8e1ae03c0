import { deserialize, serialize } from "bson";
import type { Doc } from "./wire.ts";

/** One stored document: its bytes, never changed in place, and its place in the collection's order. */
export type Stored = { rank: number; bytes: Uint8Array };

export const encode = (document: Doc): Uint8Array => serialize(document, { ignoreUndefined: true });

/** Its own, to be changed. */
export const copyOf = (document: Doc): Doc => deserialize(encode(document));

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
  return ({ bytes }) => (wanted.length === 0 ? {} : read(only(bytes, wanted)));
};

/** The same fields as bytes, as they came: to be shown without being read. */
export const cutterOf = (names: readonly string[]): ((stored: Stored) => Uint8Array) => {
  const wanted = names.map((name) => Buffer.from(name, "utf8"));
  return ({ bytes }) => only(bytes, wanted);
};

/** A document of the wanted fields alone. */
const only = (bytes: Uint8Array, wanted: readonly Buffer[]): Uint8Array => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: [from: number, to: number][] = [];
  let size = 5;
  for (let at = 4; at < source.length - 1 && parts.length < wanted.length; ) {
    const nameEnd = source.indexOf(0, at + 1);
    const end = nameEnd + 1 + sizeOf(source, source[at] ?? 0, nameEnd + 1);
    if (wanted.some((name) => name.length === nameEnd - at - 1 && isAt(source, name, at + 1))) {
      parts.push([at, end]);
      size += end - at;
    }
    at = end;
  }
  const out = Buffer.allocUnsafe(size);
  let to = out.writeInt32LE(size, 0);
  for (const [from, end] of parts) to += source.copy(out, to, from, end);
  out[to] = 0;
  return out;
};

const isAt = (source: Buffer, name: Buffer, start: number): boolean => {
  for (let i = 0; i < name.length; i++) if (source[start + i] !== name[i]) return false;
  return true;
};

/** https://bsonspec.org/spec.html: the length of a value of each type. */
const sizeOf = (source: Buffer, type: number, at: number): number => {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return fixed;
  if (type === 0x0b) return source.indexOf(0, source.indexOf(0, at) + 1) + 1 - at;
  const length = source.readInt32LE(at);
  return length + (lengthExtras[type] ?? 0);
};

type Sizes = Readonly<Record<number, number>>;

const fixedSizes: Sizes = { 1: 8, 6: 0, 7: 12, 8: 1, 9: 8, 10: 0, 16: 4, 17: 8, 18: 8, 19: 16, 127: 0, 255: 0 };

/** What comes beside the counted length: documents and code with scope count themselves whole. */
const lengthExtras: Sizes = { 2: 4, 5: 5, 12: 16, 13: 4, 14: 4 };
