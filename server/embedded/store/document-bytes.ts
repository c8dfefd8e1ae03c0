/** Bytes that share their buffer (with the message they came in, with Node's pool of small ones) would keep all of it. */
export const ownBytes = (bytes: Uint8Array): Buffer =>
  Buffer.from((bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)).buffer);

/** A document of the wanted fields alone, as they came. */
export const onlyFields = (source: Buffer, wanted: readonly Buffer[]): Buffer => {
  const parts: [from: number, to: number][] = [];
  let size = 5;
  for (let at = 4; source[at] !== ending && parts.length < wanted.length; ) {
    const nameEnd = endOfName(source, at);
    const end = endOfValue(source, source[at] ?? ending, nameEnd + 1);
    if (wanted.some((name) => name.length === nameEnd - at - 1 && isAt(source, name, at + 1))) {
      parts.push([at, end]);
      size += end - at;
    }
    at = end;
  }
  const out = Buffer.allocUnsafe(size);
  let to = out.writeInt32LE(size, 0);
  for (const [from, end] of parts) to += source.copy(out, to, from, end);
  out[to] = ending;
  return out;
};

/** Names of the fields whose bytes differ; undefined, perhaps all, when they do not come in the same order. */
export const changedFields = (before: Buffer, after: Buffer): Set<string> | undefined => {
  const changed = new Set<string>();
  for (let [x, y] = [4, 4]; before[x] !== ending || after[y] !== ending; ) {
    const [xEnd, yEnd] = [endOfField(before, x), endOfField(after, y)];
    if (before.compare(after, y, yEnd, x, xEnd) !== 0) {
      const [was, is] = [nameAt(before, x), nameAt(after, y)];
      if (was !== undefined && is !== undefined && was !== is) return undefined;
      changed.add(was ?? is ?? "");
    }
    [x, y] = [xEnd, yEnd];
  }
  return changed;
};

/** Where a document ends there is this in the place of a field's type. */
const ending = 0;

const nameAt = (source: Buffer, at: number): string | undefined =>
  source[at] === ending ? undefined : source.toString("utf8", at + 1, endOfName(source, at));

const endOfField = (source: Buffer, at: number): number =>
  source[at] === ending ? at : endOfValue(source, source[at] ?? ending, endOfName(source, at) + 1);

/** Names are short: a search by the library costs more than it saves. */
const endOfName = (source: Buffer, at: number): number => {
  let end = at + 1;
  while (source[end] !== 0) end += 1;
  return end;
};

const isAt = (source: Buffer, name: Buffer, start: number): boolean => {
  for (let i = 0; i < name.length; i++) if (source[start + i] !== name[i]) return false;
  return true;
};

/** https://bsonspec.org/spec.html: the length of a value of each type. */
const endOfValue = (source: Buffer, type: number, at: number): number => {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return at + fixed;
  if (type === 0x0b) return source.indexOf(0, source.indexOf(0, at) + 1) + 1;
  return at + source.readInt32LE(at) + (lengthExtras[type] ?? 0);
};

type Sizes = Readonly<Record<number, number>>;

const fixedSizes: Sizes = { 1: 8, 6: 0, 7: 12, 8: 1, 9: 8, 10: 0, 16: 4, 17: 8, 18: 8, 19: 16, 127: 0, 255: 0 };

/** What comes beside the counted length: documents and code with scope count themselves whole. */
const lengthExtras: Sizes = { 2: 4, 5: 5, 12: 16, 13: 4, 14: 4 };
