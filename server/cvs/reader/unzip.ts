import type { Readable } from "node:stream";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { Refused } from "./refused.ts";

/** Bytes; counted while inflating, whatever the archive says of itself. */
const largestInflated = 50 * 1024 * 1024;
const mostEntries = 1_000;
const largestRatio = 100;
/** Below it, a high ratio is a few blank lines. */
const harmless = 1024 * 1024;

export type Archive = { readonly names: readonly string[]; readonly texts: ReadonlyMap<string, string> };

/**
 * The names an archive holds, and the text of the parts that are wanted.
 * @throws Refused "cv-bomb", "cv-encrypted" or "cv-damaged"
 */
export const unzip = async (bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Archive> => {
  const zip = await openZip(bytes);
  if (zip.entryCount > mostEntries) throw new Refused("cv-bomb");
  const entries = await listEntries(zip);
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (declared > largestInflated || entries.some(swells)) throw new Refused("cv-bomb");
  if (entries.some((entry) => entry.isEncrypted())) throw new Refused("cv-encrypted");
  const names = entries.map(({ fileName }) => fileName);
  if (new Set(names).size !== names.length) throw new Refused("cv-damaged");

  const texts = new Map<string, string>();
  let left = largestInflated;
  for (const entry of entries.filter(({ fileName }) => wanted(fileName))) {
    const part = await inflate(zip, entry, left);
    left -= part.length;
    texts.set(entry.fileName, textOf(part));
  }
  zip.close();
  return { names, texts };
};

const openZip = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(new Refused("cv-damaged")) : resolve(zip),
    );
  });

const listEntries = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length > mostEntries) reject(new Refused("cv-bomb"));
      else zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => reject(new Refused("cv-damaged")));
    zip.readEntry();
  });

const swells = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > harmless && uncompressedSize > compressedSize * largestRatio;

const inflate = async (zip: ZipFile, entry: Entry, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      const tooMuch = size > most || (size > harmless && size > entry.compressedSize * largestRatio);
      if (tooMuch) throw new Refused("cv-bomb");
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    // A part that inflates to more than its header said lied about its size.
    throw new Refused(/too many bytes/.test(String(error)) ? "cv-bomb" : "cv-damaged");
  }
  return Buffer.concat(chunks);
};

/** XML says its own encoding; Office and LibreOffice write UTF-8, a few tools UTF-16. */
const textOf = (part: Buffer): string =>
  part[0] === 0xff && part[1] === 0xfe
    ? part.toString("utf16le").slice(1)
    : part.toString("utf8").replace(/^\ufeff/, "");
