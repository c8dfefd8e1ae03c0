import { createCipheriv, createHash } from "node:crypto";
import { rc4 } from "#server/cvs/reader/rc4.ts";

export const pdfLocks = ["RC4 40", "RC4 128", "AES 128", "AES 256"] as const;
export type PdfLock = (typeof pdfLocks)[number];

export type LockedPdf = {
  /** The encryption dictionary. */
  readonly entry: string;
  readonly id: string;
  /** An object's bytes, its stream encrypted. */
  readonly seal: (body: Buffer, number: number) => Buffer;
};

/** How a writer encrypts a PDF (ISO 32000-2, 7.6), for whoever opens it with this password; mostly none is asked. */
export const lockPdf = (lock: PdfLock, password = ""): LockedPdf => {
  const id = Buffer.from("0123456789abcdef", "latin1");
  const { key, entry } = lock === "AES 256" ? newKey(password) : oldKey(lock, { id, password });
  return {
    entry,
    id: `[${hex(id)} ${hex(id)}]`,
    seal: (body, number) => sealed(body, (bytes) => coded(lock, { key, number, bytes })),
  };
};

const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString("hex")}>`;
const hash = (name: string, ...parts: readonly Uint8Array[]): Buffer =>
  createHash(name).update(Buffer.concat(parts)).digest();
const pad = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const permissions = -3904; // reading and printing; no copy, no change
const owner = Buffer.alloc(32, 0x5c); // with a bracket and a bar when written as a literal

type Opened = { readonly key: Buffer; readonly entry: string };

const oldKey = (lock: PdfLock, { id, password }: { readonly id: Buffer; readonly password: string }): Opened => {
  const length = lock === "RC4 40" ? 5 : 16;
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(permissions);
  let key = hash("md5", Buffer.concat([Buffer.from(password), pad]).subarray(0, 32), owner, allowed, id).subarray(
    0,
    length,
  );
  if (length === 16) for (let turn = 0; turn < 50; turn++) key = hash("md5", key);
  let user = length === 5 ? rc4(key, pad) : hash("md5", pad, id);
  if (length === 16)
    for (let turn = 0; turn < 20; turn++)
      user = rc4(
        key.map((byte) => byte ^ turn),
        user,
      );
  const told = `/Filter /Standard /P ${permissions} /O (${"\\\\".repeat(32)}) /U ${hex(Buffer.concat([user, pad]).subarray(0, 32))}`;
  const kinds = {
    "RC4 40": "/V 1 /R 2",
    "RC4 128": "/V 2 /R 3 /Length 128",
    "AES 128":
      "/V 4 /R 4 /Length 128 /CF << /StdCF << /CFM /AESV2 /Length 16 /AuthEvent /DocOpen >> >> /StmF /StdCF /StrF /StdCF",
    "AES 256": "",
  } as const satisfies Record<PdfLock, string>;
  return { key, entry: `<< ${told} ${kinds[lock]} >>` };
};

const newKey = (password: string): Opened => {
  const key = Buffer.alloc(32, 7);
  const [checking, opening] = [Buffer.from("saltsalt"), Buffer.from("pepperpe")];
  const user = Buffer.concat([slowHash(Buffer.from(password), checking), checking, opening]);
  const locked = cbc(slowHash(Buffer.from(password), opening), Buffer.alloc(16), key);
  const told = `/O ${hex(Buffer.alloc(48, 1))} /OE ${hex(Buffer.alloc(32, 1))} /U ${hex(user)} /UE ${hex(locked)} /Perms ${hex(Buffer.alloc(16))}`;
  const filter = "/CF << /StdCF << /CFM /AESV3 /Length 32 /AuthEvent /DocOpen >> >> /StmF /StdCF /StrF /StdCF";
  return { key, entry: `<< /Filter /Standard /V 5 /R 6 /Length 256 /P ${permissions} ${told} ${filter} >>` };
};

const slowHash = (password: Buffer, salt: Buffer): Buffer => {
  let key = hash("sha256", password, salt);
  for (let round = 1; ; round++) {
    const text = Buffer.concat(Array.from({ length: 64 }, () => Buffer.concat([password, key])));
    const mixed = cbc(key.subarray(0, 16), key.subarray(16, 32), text);
    const rest = Number(BigInt(`0x${mixed.subarray(0, 16).toString("hex")}`) % 3n);
    key = hash(["sha256", "sha384", "sha512"][rest] ?? "", mixed);
    if (round >= 64 && (mixed.at(-1) ?? 0) <= round - 32) return key.subarray(0, 32);
  }
};

const cbc = (key: Buffer, start: Buffer, text: Buffer): Buffer =>
  createCipheriv(key.length === 16 ? "aes-128-cbc" : "aes-256-cbc", key, start)
    .setAutoPadding(false)
    .update(text);

type Coding = { readonly key: Buffer; readonly number: number; readonly bytes: Buffer };

const coded = (lock: PdfLock, { key, number, bytes }: Coding): Buffer => {
  const place = Buffer.from([number, number >> 8, number >> 16, 0, 0]);
  const own = (salt: string): Buffer =>
    hash("md5", key, place, Buffer.from(salt)).subarray(0, Math.min(16, key.length + 5));
  if (lock === "RC4 40" || lock === "RC4 128") return rc4(own(""), bytes);
  const start = Buffer.alloc(16, number);
  const missing = 16 - (bytes.length % 16);
  const whole = Buffer.concat([bytes, Buffer.alloc(missing, missing)]);
  return Buffer.concat([start, cbc(lock === "AES 256" ? key : own("sAlT"), start, whole)]);
};

const sealed = (body: Buffer, code: (bytes: Buffer) => Buffer): Buffer => {
  const [begin, end] = ["stream\n", "\nendstream"] as const;
  const from = body.indexOf(begin);
  if (from < 0) return body;
  const content = code(body.subarray(from + begin.length, body.lastIndexOf(end)));
  const head = body
    .subarray(0, from)
    .toString("latin1")
    .replace(/\/Length \d+/, `/Length ${content.length}`);
  return Buffer.concat([Buffer.from(head + begin, "latin1"), content, Buffer.from(end)]);
};
