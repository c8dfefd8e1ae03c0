import { deserialize, Long, serialize } from "bson";
import { exactDocument } from "./stored-document.ts";

export type Doc = Record<string, unknown>;

/** One request: the command's document (its `$db` included), and whether an answer is expected. */
export type Request = { id: number; opCode: number; body: Doc; silent: boolean };

const opReply = 1;
export const opQuery = 2004;
export const opMessage = 2013;
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
  if (opCode === opQuery) return { id, opCode, body: readQuery(message), silent: false };
  if (opCode !== opMessage) throw new RangeError(`unknown opcode ${opCode}`);
  const flags = message.readUInt32LE(16);
  return {
    id,
    opCode,
    body: readable(() => readSections(message, flags & 1 ? message.length - 4 : message.length)),
    silent: (flags & 2) !== 0,
  };
};

/** Where the reason stands why a command could not be read: a pattern that is none in JavaScript. */
export const unreadable = "$unreadable";

const readable = (read: () => Doc): Doc => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) return { [unreadable]: error.message };
    throw error;
  }
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

/** Where a command's document is found again with its numbers in their classes: what is written keeps its types. */
export const exactly = "$exactly";

const readBody = (bytes: Buffer): Doc => {
  const command = bytes.toString("latin1", 5, bytes.indexOf(0, 5));
  // Inserted documents stay as the bytes that came: what a client wrote is what it reads.
  if (command === "insert") return deserialize(bytes, { fieldsAsRaw: { documents: true } });
  const body = deserialize(bytes);
  if (command.toLowerCase() === "findandmodify") body[exactly] = exactDocument(bytes);
  if (command === "update" && Array.isArray(body.updates))
    body.updates = body.updates.map((statement) => readStatement(serialize(statement)));
  return body;
};

const readStatement = (bytes: Uint8Array): Doc => ({ ...deserialize(bytes), [exactly]: exactDocument(bytes) });

const readSequence = (message: Buffer, start: number, end: number): Doc => {
  const nameEnd = message.indexOf(0, start + 4);
  const name = message.toString("utf8", start + 4, nameEnd);
  const items: unknown[] = [];
  for (let at = nameEnd + 1; at < end; at += message.readInt32LE(at)) {
    const bytes = message.subarray(at, at + message.readInt32LE(at));
    if (name === "documents") items.push(bytes);
    else items.push(name === "updates" ? readStatement(bytes) : deserialize(bytes));
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
  const rest = Buffer.from(serialize({ id: Long.fromBigInt(id), ns })).subarray(4);
  const name = Buffer.from(`\x04${first ? "firstBatch" : "nextBatch"}\0`, "latin1");
  const keys = documents.map((_, i) => Buffer.from(`\x03${i}\0`, "latin1"));
  const arraySize = documents.reduce((sum, bytes, i) => sum + bytes.length + (keys[i]?.length ?? 0), 5);
  const cursorSize = 4 + name.length + arraySize + rest.length;
  const prefix = Buffer.from("\x03cursor\0", "latin1");
  const ok = Buffer.from(serialize({ ok: 1 })).subarray(4);
  const out = Buffer.allocUnsafe(4 + prefix.length + cursorSize + ok.length);
  let at = out.writeInt32LE(out.length, 0);
  const put = (bytes: Uint8Array): void => {
    out.set(bytes, at);
    at += bytes.length;
  };
  put(prefix);
  at = out.writeInt32LE(cursorSize, at);
  put(name);
  at = out.writeInt32LE(arraySize, at);
  documents.forEach((bytes, i) => {
    put(keys[i] ?? bytes);
    put(bytes);
  });
  out[at++] = 0;
  put(rest);
  put(ok);
  return out;
};
