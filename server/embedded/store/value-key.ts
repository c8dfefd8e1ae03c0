import { Binary, BSONRegExp, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { beyondDouble, numberOf } from "./numbers.ts";

/**
 * One string per BSON value, such that comparing strings compares values in MongoDB's order (types first, then
 * values; numbers of all widths together) and equal strings are equal values. Self-delimiting, so keys of compound
 * indexes are simply joined. Strings compare by UTF-16 units: above U+D7FF the order differs from MongoDB's.
 * https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export const keyOf = (value: unknown): string => {
  if (typeof value === "string") return `\x20${delimited(value)}`;
  if (typeof value === "number") return `\x10${sortable(value)}\x02`;
  if (value === null || value === undefined) return "\x05";
  if (typeof value === "boolean") return value ? "\x60\x01" : "\x60\x00";
  if (value instanceof ObjectId) return `\x50${Buffer.from(value.id).toString("latin1")}`;
  if (value instanceof Date) return `\x70${sortable(value.getTime())}`;
  if (Array.isArray(value)) return `\x40${value.map((item) => `\x01${keyOf(item)}`).join("")}\x00`;
  return isDocument(value) ? keyOfDocument(value) : keyOfRare(value);
};

/** The key under which an empty array is indexed: below null, as MongoDB's `undefined`. */
export const emptyArrayKey = "\x04";

/** The first character of a key: values of different types are never ordered by `$gt` and its kin. */
export const typeOfKey = (key: string): string => key.charAt(0);

/** Reverses the order of keys, for the descending fields of an index. */
export const reversed = (key: string): string => {
  let out = "";
  for (let i = 0; i < key.length; i++) out += String.fromCharCode(0xffff - key.charCodeAt(i));
  return out;
};

export const compareValues = (a: unknown, b: unknown): number => {
  if (typeof a === "string" && typeof b === "string") return order(a, b);
  const [na, nb] = [asNumber(a), asNumber(b)];
  return na === undefined || nb === undefined || typeof a !== typeof b ? order(keyOf(a), keyOf(b)) : na - nb;
};

/** The quick way for plain numbers and for dates; NaN goes the long way. */
const asNumber = (value: unknown): number | undefined => {
  const number = value instanceof Date ? value.getTime() : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const sameValue = (a: unknown, b: unknown): boolean => a === b || keyOf(a) === keyOf(b);

/** A plain sub-document, and nothing that only looks like one. */
export const isDocument = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !("_bsontype" in value) &&
  !ArrayBuffer.isView(value);

/** A field, or an element: never what an object has from its prototype, such as `constructor`. */
export const fieldOf = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
  return isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined;
};

const float = new Float64Array(1);
const halves = new Uint16Array(float.buffer);

const sortable = (value: number): string => {
  if (Number.isNaN(value)) return "\x00\x00\x00\x00";
  float[0] = value === 0 ? 0 : value;
  const [h0 = 0, h1 = 0, h2 = 0, h3 = 0] = halves;
  // The sign bit makes negative numbers sort after positive ones: flip it, and every other bit of a negative one.
  return h3 & 0x8000
    ? String.fromCharCode(0xffff - h3, 0xffff - h2, 0xffff - h1, 0xffff - h0)
    : String.fromCharCode(h3 | 0x8000, h2, h1, h0);
};

/** After the nearest double, what is left of a wider number, below or above it. */
const rest = (beyond: number): string => (beyond === 0 ? "\x02" : `${beyond < 0 ? "\x01" : "\x03"}${sortable(beyond)}`);

const delimited = (text: string): string =>
  `${text.includes("\x00") ? text.replaceAll("\x00", "\x00\uffff") : text}\x00\x00`;

const keyOfDocument = (value: Record<string, unknown>): string => {
  let out = "\x30";
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const key = keyOf(field);
    out += typeOfKey(key) + delimited(name) + key;
  }
  return `${out}\x00`;
};

const keyOfRare = (value: unknown): string => {
  const number = numberOf(value);
  if (number !== undefined) return `\x10${sortable(number)}${rest(beyondDouble(value))}`;
  if (value instanceof Timestamp) return `\x78${value.toString().padStart(20, "0")}\x00`;
  if (value instanceof Binary) return binaryKey(value.value(), value.sub_type);
  if (ArrayBuffer.isView(value)) return binaryKey(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), 0);
  if (value instanceof RegExp) return `\x7a${delimited(value.source)}${delimited(value.flags)}`;
  if (value instanceof BSONRegExp) return `\x7a${delimited(value.pattern)}${delimited(value.options)}`;
  if (value instanceof MinKey) return "\x02";
  if (value instanceof MaxKey) return "\x7f";
  return `\x7c${delimited(JSON.stringify(value) ?? "")}`;
};

const binaryKey = (bytes: Uint8Array, subtype: number): string =>
  `\x45${sortable(bytes.length)}${String.fromCharCode(subtype)}${Buffer.from(bytes).toString("latin1")}`;
