import { deserialize, Long, serialize } from "bson";

export type Doc = Record<string, unknown>;

/** One request: how to read the command's document (its `$db` included), and whether an answer is expected. */
export type Request = { id: number; opCode: number; read: () => Doc; silent: boolean };

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const maxMessage = 48_000_000;

/** Cuts a stream of chunks into messages. Chunks are kept in a list: joining at each would be quadratic. */
export const messageCutter = (onMessage: (message: Buffer) => void): ((chunk: Buffer) => void) => {
  let chunks: Buffer[] = [];
  let held = 0;
  const joined = (): Buffer => {
    const whole = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, held);
    chunks = [whole];
    return whole;
  };
  let wanted = 16;
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= wanted) {
      const whole = joined();
      const length = whole.readInt32LE(0);
      if (length < 16 || length > maxMessage) throw new RangeError(`message of ${length} bytes`);
      wanted = length;
      if (held < length) return;
      onMessage(whole.subarray(0, length));
      chunks = [whole.subarray(length)];
      held -= length;
      wanted = 16;
    }
  };
};

export const readRequest = (message: Buffer): Request => {
  const id = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === opQuery) return { id, opCode, read: () => readQuery(message), silent: false };
  if (opCode !== opMessage) throw new RangeError(`unknown opcode ${opCode}`);
  const flags = message.readUInt32LE(16);
  const end = flags & 1 ? message.length - 4 : message.length;
  return { id, opCode, read: () => readSections(message, end), silent: (flags & 2) !== 0 };
};

const readSections = (message: Buffer, end: number): Doc => {
  let body: Doc = {};
  const sequences: Doc = {};
  let at = 20;
  while (at < end) {
    const kind = message[at++];
    const size = message.readInt32LE(at);
    if (kind === 0) body = readBody(message.subarray(at, at + size));
    else Object.assign(sequences, readSequence(message, at, at + size));
    at += size;
  }
  return Object.assign(body, sequences);
};

/** What is written stays the bytes that came, so that it keeps its types: the documents or statements of a command. */
const written = (command: string): string | undefined => {
  if (command === "insert") return "documents";
  return command === "update" ? "updates" : undefined;
};

const readBody = (bytes: Buffer): Doc => {
  const command = bytes.toString("latin1", 5, bytes.indexOf(0, 5));
  const body = deserialize(bytes, { fieldsAsRaw: { [written(command) ?? ""]: true } });
  return command.toLowerCase() === "findandmodify" ? { ...body, updates: [bytes] } : body;
};

const readSequence = (message: Buffer, start: number, end: number): Doc => {
  const nameEnd = message.indexOf(0, start + 4);
  const name = message.toString("utf8", start + 4, nameEnd);
  const items: unknown[] = [];
  for (let at = nameEnd + 1; at < end; at += message.readInt32LE(at)) {
    const bytes = message.subarray(at, at + message.readInt32LE(at));
    items.push(name === "deletes" ? deserialize(bytes) : bytes);
  }
  return { [name]: items };
};

const readQuery = (message: Buffer): Doc => {
  const nameEnd = message.indexOf(0, 20);
  const at = nameEnd + 9;
  return { ...deserialize(message.subarray(at, at + message.readInt32LE(at))), $db: "admin" };
};

export const writeReply = (request: Request, body: Uint8Array): Buffer => {
  const head = request.opCode === opQuery ? 36 : 21;
  const out = Buffer.allocUnsafe(head + body.length);
  out.fill(0, 0, head);
  out.writeInt32LE(out.length, 0);
  out.writeInt32LE(request.id, 8);
  out.writeInt32LE(request.opCode === opQuery ? opReply : opMessage, 12);
  if (request.opCode === opQuery) out.writeInt32LE(1, 32);
  out.set(body, head);
  return out;
};

export type Batch = { ns: string; id: bigint; documents: Uint8Array[]; first: boolean };

/** `{ cursor: { firstBatch: […], id, ns }, ok: 1 }` around documents that are already bytes. */
export const encodeBatch = ({ ns, id, documents, first }: Batch): Uint8Array => {
  // Cursor ids travel as int64: a driver that gets another number type cannot send it back.
  const rest = serialize({ id: Long.fromBigInt(id), ns }).subarray(4, -1);
  const list = enclosed(documents.flatMap((bytes, i) => [nameOf("\x03", String(i)), bytes]));
  const cursor = enclosed([nameOf("\x04", first ? "firstBatch" : "nextBatch"), ...list, rest]);
  return Buffer.concat(enclosed([nameOf("\x03", "cursor"), ...cursor, serialize({ ok: 1 }).subarray(4, -1)]));
};

const nameOf = (type: string, name: string): Uint8Array => Buffer.from(`${type}${name}\0`, "latin1");

/** The fields of a document with its length before them and its end after. */
const enclosed = (fields: readonly Uint8Array[]): Uint8Array[] => {
  const length = Buffer.allocUnsafe(4);
  length.writeInt32LE(fields.reduce((sum, bytes) => sum + bytes.length, 5));
  return [length, ...fields, Buffer.of(0)];
};
