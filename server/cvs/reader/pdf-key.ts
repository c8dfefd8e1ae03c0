import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import type { PdfDictionary, PdfValue } from "./pdf-dictionary.ts";
import { rc4 } from "./rc4.ts";

/** The key of a PDF's contents for whoever gives no password; null when one is needed. ISO 32000-2, 7.6.4. */
export const keyWithoutPassword = (encryption: PdfDictionary, id: Buffer): Buffer | null => {
  const revision = numberOf(encryption.get("/R"));
  if (encryption.get("/Filter") !== "/Standard") return null;
  if (revision >= 5) return keyOfSalts(encryption, revision);
  const bits = numberOf(encryption.get("/Length"));
  const lengths = revision === 2 ? [5] : [bits / 8, 16, 5].filter((bytes) => bytes >= 5 && bytes <= 16);
  return lengths.map((length) => keyOfPad({ encryption, id, revision, length })).find((key) => key !== null) ?? null;
};

const numberOf = (value: PdfValue | undefined): number => (typeof value === "string" ? Number(value) || 0 : 0);
const bytesOf = (value: PdfValue | undefined): Buffer => (Buffer.isBuffer(value) ? value : Buffer.alloc(0));
const hash = (name: string, ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash(name)).digest();

/** What stands for a password that is empty. */
const pad = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

type Padded = {
  readonly encryption: PdfDictionary;
  readonly id: Buffer;
  readonly revision: number;
  readonly length: number;
};

const keyOfPad = ({ encryption, id, revision, length }: Padded): Buffer | null => {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(numberOf(encryption.get("/P")) | 0);
  const open =
    revision >= 4 && encryption.get("/EncryptMetadata") === "false" ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  let key = hash("md5", pad, bytesOf(encryption.get("/O")).subarray(0, 32), permissions, id, open);
  if (revision > 2) for (let turn = 0; turn < 50; turn++) key = hash("md5", key.subarray(0, length));
  key = key.subarray(0, length);
  const [told, compared] = revision === 2 ? [rc4(key, pad), 32] : [twentyTimes(key, hash("md5", pad, id)), 16];
  return told.subarray(0, compared).equals(bytesOf(encryption.get("/U")).subarray(0, compared)) ? key : null;
};

const twentyTimes = (key: Buffer, text: Buffer): Buffer =>
  Array.from({ length: 20 }, (_, turn) => key.map((byte) => byte ^ turn)).reduce<Buffer>(
    (coded, each) => rc4(each, coded),
    text,
  );

const keyOfSalts = (encryption: PdfDictionary, revision: number): Buffer | null => {
  const user = bytesOf(encryption.get("/U"));
  const locked = bytesOf(encryption.get("/UE")).subarray(0, 32);
  if (user.length < 48 || locked.length < 32) return null;
  const hashed = (salt: Buffer): Buffer => (revision === 5 ? hash("sha256", salt) : hardened(salt));
  if (!hashed(user.subarray(32, 40)).equals(user.subarray(0, 32))) return null;
  const opening = createDecipheriv("aes-256-cbc", hashed(user.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(
    false,
  );
  return Buffer.concat([opening.update(locked), opening.final()]);
};

/** Algorithm 2.B, of an empty password: rounds of AES and of whichever hash the last round names. */
const hardened = (salt: Buffer): Buffer => {
  let key = hash("sha256", salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const coding = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const coded = coding.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const rest = coded.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = hash(["sha256", "sha384", "sha512"][rest] ?? "sha256", coded);
    last = coded[coded.length - 1] ?? 0;
  }
  return key.subarray(0, 32);
};
