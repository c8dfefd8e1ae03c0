/** One part of a message, headers and body, with no line break at its end. */
export type MimePart = Buffer;

const crlf = Buffer.from("\r\n");

/** A text, readable by whoever opens the raw message (RFC 2045, quoted-printable). */
export const textPart = (type: string, text: string): MimePart =>
  part([`Content-Type: ${type}; charset=utf-8`, "Content-Transfer-Encoding: quoted-printable"], quotedPrintable(text));

/** Anything else, as base64 in lines of 76. */
export const base64Part = (headers: readonly string[], content: string): MimePart => {
  const lines = Buffer.from(content)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\r\n");
  return part([...headers, "Content-Transfer-Encoding: base64"], Buffer.from(lines));
};

/** Parts under one roof; `boundary` must hold "=_", which neither of the two encodings can write. */
export const multipart = (type: string, boundary: string, parts: readonly MimePart[]): MimePart => {
  const opening = Buffer.from(`--${boundary}\r\n`);
  const inside = parts.flatMap((one) => [opening, one, crlf]);
  const body = Buffer.concat([...inside, Buffer.from(`--${boundary}--`)]);
  return part([`Content-Type: multipart/${type};\r\n boundary="${boundary}"`], body);
};

/** Words for a header: as they are, or in encoded words of 75 characters at most (RFC 2047), folded between them. */
export const headerWords = (words: string): string => {
  if (/^[\x20-\x7e]*$/.test(words) && !words.includes("=?")) return words;
  const chunks: string[] = [];
  let chunk = "";
  for (const letter of words) {
    if (Buffer.byteLength(chunk + letter) > bytesInWord) {
      chunks.push(chunk);
      chunk = "";
    }
    chunk += letter;
  }
  return [...chunks, chunk].map((one) => `=?UTF-8?B?${Buffer.from(one).toString("base64")}?=`).join("\r\n ");
};

/** 60 letters of base64, and room for the frame. */
const bytesInWord = 45;

const part = (headers: readonly string[], body: Buffer): MimePart =>
  Buffer.concat([Buffer.from(`${headers.join("\r\n")}\r\n\r\n`), body]);

const [tab, space, equals, lastPlain] = [9, 32, 61, 126] as const;
const digits = Buffer.from("0123456789ABCDEF");
const longestLine = 75;

/** Byte by byte: a morning's digests are hundreds of megabytes. */
const quotedPrintable = (text: string): Buffer => {
  const lines = text.replace(/\r\n/g, "\n").split("\n");
  const written = Buffer.allocUnsafe(Buffer.byteLength(text) * 4 + lines.length * 2); // three letters a byte, and breaks
  let at = 0;
  for (const line of lines) {
    at = writeLine(Buffer.from(line), written, at);
    at = written.writeUInt16BE(0x0d0a, at);
  }
  return written.subarray(0, at - 2);
};

const writeLine = (line: Buffer, written: Buffer, from: number): number => {
  let [at, column] = [from, 0];
  for (let index = 0; index < line.length; index++) {
    const byte = line[index] ?? 0;
    const plain = isPlain(byte) && !(index === line.length - 1 && byte <= space); // a last space may be lost on the way
    const width = plain ? 1 : 3;
    if (column + width > longestLine) {
      at = written.write("=\r\n", at) + at;
      column = 0;
    }
    column += width;
    if (plain) written[at++] = byte;
    else at = writeCode(byte, written, at);
  }
  return at;
};

const writeCode = (byte: number, written: Buffer, at: number): number => {
  written[at] = equals;
  written[at + 1] = digits[byte >> 4] ?? 0;
  written[at + 2] = digits[byte & 15] ?? 0;
  return at + 3;
};

const isPlain = (byte: number): boolean => (byte >= space && byte <= lastPlain && byte !== equals) || byte === tab;
