import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { readonly name: string; readonly content: string };

/** A ZIP archive of texts (APPNOTE 6.3.9, deflate, no date). @throws on more than 4 GB, which nobody asks for */
export const zipOf = (entries: readonly ZipEntry[]): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const raw = Buffer.from(content, "utf8");
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name, "utf8");
    const fields = fieldsOf({ crc: crc32(raw), packed: packed.length, raw: raw.length, title: title.length });
    bodies.push(Buffer.concat([signed(0x04034b50), fields, title, packed]));
    directory.push(
      Buffer.concat([signed(0x02014b50), shorts(20), fields, shorts(0, 0, 0), long(0), long(offset), title]),
    );
    offset += 30 + title.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const count = entries.length;
  const end = Buffer.concat([shorts(0, 0, count, count), long(index.length), long(offset), shorts(0)]);
  return Buffer.concat([...bodies, index, signed(0x06054b50), end]);
};

type Sizes = { readonly crc: number; readonly packed: number; readonly raw: number; readonly title: number };

/** What the local header and the directory say alike: version, UTF-8 names, deflate, 1 January 1980. */
const fieldsOf = ({ crc, packed, raw, title }: Sizes): Buffer =>
  Buffer.concat([shorts(20, 0x0800, 8, 0, 0x0021), long(crc), long(packed), long(raw), shorts(title, 0)]);

const signed = (signature: number): Buffer => long(signature);

const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const shorts = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => {
    bytes.writeUInt16LE(value, at * 2);
  });
  return bytes;
};
