import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the header says of its inflated size, when it lies. */
  readonly declared?: number;
  readonly encrypted?: true;
};

/** An archive made of bytes, so that it may also be a wrong one. */
export const aZip = (parts: readonly ZipPart[]): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { packed, fields } = pack(part);
    const name = Buffer.from(part.name, "utf8");
    const local = Buffer.concat([hex("504b0304"), fields, u16(name.length), u16(0), name, packed]);
    directory.push(Buffer.concat([hex("504b01021400"), fields, u16(name.length), Buffer.alloc(12), u32(offset), name]));
    bodies.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = u16(parts.length);
  return Buffer.concat([
    ...bodies,
    index,
    hex("504b050600000000"),
    count,
    count,
    u32(index.length),
    u32(offset),
    u16(0),
  ]);
};

const pack = ({ content, declared, encrypted }: ZipPart): { packed: Buffer; fields: Buffer } => {
  const raw = Buffer.from(content);
  const packed = deflateRawSync(raw, { level: 9 });
  const fields = Buffer.concat([
    u16(20),
    u16(encrypted ? 0x0801 : 0x0800),
    u16(8),
    u16(0),
    u16(0x5a21),
    u32(checksum(raw)),
    u32(packed.length),
    u32(declared ?? raw.length),
  ]);
  return { packed, fields };
};

const checksum = (raw: Buffer): number => (typeof crc32 === "function" ? crc32(raw) : 0);

const hex = (digits: string): Buffer => Buffer.from(digits, "hex");

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
