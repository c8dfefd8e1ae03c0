import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const squeeze = promisify(gzip);
const expand = promisify(gunzip);

/** Changes when the types of the parts do: what an older product imported is then left aside, and imported again. */
const format = "1";

/** What a part is kept under: the digest of all it holds. */
export const partDigest = (name: string, text: string): string =>
  createHash("sha256").update(`${format}\0${name}\0${text}`).digest("hex");

export const packPart = (text: string): Promise<Buffer> => squeeze(text);

type Packed = { readonly _id: string; readonly name: string; readonly bytes: Buffer };

/** @throws when the part is damaged, or was written by another version of the product */
export const unpackPart = async ({ _id, name, bytes }: Packed): Promise<string> => {
  const text = (await expand(bytesOf(bytes))).toString();
  if (partDigest(name, text) !== _id) throw new Error("the part is damaged, or of another version of the product");
  return text;
};

/** A lean read gives MongoDB's own Binary, whatever the type says. */
const bytesOf = (bytes: Buffer | { buffer: Uint8Array }): Uint8Array => (Buffer.isBuffer(bytes) ? bytes : bytes.buffer);
