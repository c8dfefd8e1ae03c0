import { constants, inflateSync } from "node:zlib";
import { type StreamHead, streamReader } from "./pdf-cipher.ts";
import { Refused } from "./refused.ts";

/** Bytes of all streams of text and structure together; pictures are never inflated here. */
const largestInflated = 50 * 1024 * 1024;
const mostStreams = 10_000;
const largestRatio = 200;
const harmless = 4 * 1024 * 1024;

/**
 * Looks at a PDF's bytes before any parser does: what swells, what runs, what is hidden by a password. One that opens
 * without a password is looked at decrypted. A name may be written with escapes (/J#61vaScript) and lie in packed objects:
 * both are undone first.
 * @throws Refused
 */
export const checkPdf = (bytes: Uint8Array): void => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const readStream = streamReader(source);
  const plain: string[] = [];
  let at = 0;
  let left = largestInflated;
  let streams = 0;
  for (const stream of streamsOf(source)) {
    if (++streams > mostStreams) throw new Refused("cv-bomb");
    const { start, end, dictionary } = stream;
    plain.push(source.slice(at, start));
    at = end;
    const read = readStream?.(bytes.subarray(start, end), stream) ?? bytes.subarray(start, end + slack);
    const content = contentOf(read, { packed: end - start, left, dictionary });
    left -= content.length;
    if (!/\/ObjStm\b/.test(dictionary)) continue;
    // what we could not decrypt, another reader might
    if (readStream !== null && content.length === 0) throw new Refused("cv-encrypted");
    plain.push(content.toString("latin1"));
  }
  plain.push(source.slice(at));
  const text = unescaped(plain.join("\n"));
  if (readStream === null && /\/Encrypt\b/.test(text)) throw new Refused("cv-encrypted");
  refuseWhatActs(text);
};

/** Bytes that a stream may have beyond its end. */
const slack = 16;

type Stream = StreamHead & { readonly start: number; readonly end: number };

const streamsOf = function* (source: string): Generator<Stream> {
  const beginning = /stream(?:\r\n|\n|\r)/g;
  let from = 0;
  for (;;) {
    beginning.lastIndex = from;
    const found = beginning.exec(source);
    if (found === null) return;
    const start = found.index + found[0].length;
    const closing = source.indexOf("endstream", start);
    const end = closing === -1 ? source.length : closing;
    const head = source.slice(Math.max(from, found.index - 2_000), found.index);
    const [, number = "", generation = ""] = [...head.matchAll(/(\d{1,10})\s+(\d{1,5})\s+obj\b/g)].at(-1) ?? [];
    const dictionary = unescaped(head.slice(Math.max(0, head.lastIndexOf(" obj"))));
    yield { start, end, dictionary, number: Number(number), generation: Number(generation) };
    from = end + "endstream".length;
  }
};

type Packed = { readonly packed: number; readonly left: number; readonly dictionary: string };

const contentOf = (from: Uint8Array, { packed, left, dictionary }: Packed): Buffer => {
  if (/\/Subtype\s*\/Image\b/.test(dictionary)) return Buffer.alloc(0);
  if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary)) return Buffer.from(from.subarray(0, packed));
  const most = Math.min(left, Math.max(harmless, packed * largestRatio));
  try {
    return inflateSync(from, {
      maxOutputLength: Math.max(1, most),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw new Refused("cv-bomb");
    return Buffer.alloc(0); // not what it says, or cut: the parser will tell
  }
};

const refuseWhatActs = (text: string): void => {
  if (/\/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFiles?|GoToE|SubmitForm|ImportData)(?![A-Za-z])/.test(text))
    throw new Refused("cv-active");
};

const unescaped = (text: string): string =>
  text.includes("#")
    ? text.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
