import { createDecipheriv, createHash } from "node:crypto";
import { dictionaryAt, type PdfDictionary, stringAt } from "./pdf-dictionary.ts";
import { keyWithoutPassword } from "./pdf-key.ts";
import { rc4 } from "./rc4.ts";

/** What stands before a stream: the numbers of its object, and its dictionary. */
export type StreamHead = { readonly number: number; readonly generation: number; readonly dictionary: string };

/** The bytes of a stream as they were before the file was encrypted. */
export type ReadStream = (bytes: Uint8Array, head: StreamHead) => Uint8Array;

/**
 * How the streams of an encrypted PDF that opens without a password are read: so that what is looked for in a plain
 * PDF is looked for in it. Null when a password is needed, or when it is not encrypted in a way we know.
 */
export const streamReader = (source: string): ReadStream | null => {
  const encryption = encryptionOf(source);
  const method = encryption === null ? null : methodOf(encryption);
  const key = encryption === null ? null : keyWithoutPassword(encryption, idOf(source));
  if (key === null || method === null) return null;
  return (bytes, head) => {
    if (/\/Type\s*\/XRef\b/.test(head.dictionary)) return bytes;
    if (method === "AESV3") return aes("aes-256-cbc", key, bytes);
    const own = keyOfObject(key, head, method);
    return method === "V2" ? rc4(own, bytes) : aes("aes-128-cbc", own, bytes);
  };
};

/** Two of them would be read differently by different readers: none is believed. */
const encryptionOf = (source: string): PdfDictionary | null => {
  const named = [
    ...new Set([...source.matchAll(/\/Encrypt\s+(\d+)\s+(\d+)\s+R\b/g)].map((each) => `${each[1]} ${each[2]}`)),
  ];
  const [reference] = named;
  if (named.length !== 1 || reference === undefined) return null;
  const objects = [...source.matchAll(new RegExp(`(?<!\\d)${reference.replace(" ", "\\s+")}\\s+obj\\b`, "g"))];
  const [object] = objects;
  return object === undefined || objects.length !== 1 ? null : dictionaryAt(source, object.index + object[0].length);
};

const idOf = (source: string): Buffer => {
  const found = /\/ID\s*\[/.exec(source);
  return (found === null ? null : stringAt(source, found.index + found[0].length)) ?? Buffer.alloc(0);
};

type Method = "V2" | "AESV2" | "AESV3";

const methodOf = (encryption: PdfDictionary): Method | null => {
  if (["1", "2"].includes(String(encryption.get("/V")))) return "V2";
  const filters = encryption.get("/CF");
  const filter = filters instanceof Map ? filters.get(encryption.get("/StmF")) : undefined;
  const method = filter instanceof Map ? filter.get("/CFM") : undefined;
  return (["V2", "AESV2", "AESV3"] as const).find((known) => method === `/${known}`) ?? null;
};

const keyOfObject = (key: Buffer, { number, generation }: StreamHead, method: Method): Buffer => {
  const place = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8]);
  const hash = createHash("md5").update(key).update(place);
  return (method === "AESV2" ? hash.update("sAlT") : hash).digest().subarray(0, Math.min(16, key.length + 5));
};

/** Whole blocks after the first, which begins the chain; what is too short is nothing. */
const aes = (name: "aes-128-cbc" | "aes-256-cbc", key: Buffer, bytes: Uint8Array): Buffer => {
  const blocks = Math.floor(bytes.length / 16) - 1;
  if (blocks < 1) return Buffer.alloc(0);
  const reading = createDecipheriv(name, key, bytes.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([reading.update(bytes.subarray(16, 16 + blocks * 16)), reading.final()]);
};
