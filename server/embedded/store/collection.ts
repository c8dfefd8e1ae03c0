import { deserialize, ObjectId } from "bson";
import { type CollectionIndex, collectionIndex, type IndexSpec } from "./collection-index.ts";
import { refuseInvalid } from "./collection-rules.ts";
import type { CatalogEntry, Disk } from "./disk.ts";
import { numberOf } from "./numbers.ts";
import type { Entry } from "./ordered-entries.ts";
import { StoreError } from "./store-error.ts";
import { documentOf, encode, exactDocument, readerOf, type Stored } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** In documents read. */
const signOfLifeEvery = 1_000;

const maxDocument = 16 * 1024 * 1024;

/** Documents and indexes of one collection: all in memory, every change written through to the disk. */
export type Collection = {
  entry: CatalogEntry;
  records: ReadonlyMap<number, Stored>;
  indexes: readonly CollectionIndex[];
  /** Bytes of all documents. */
  readonly size: number;
  /** @throws StoreError 11000, 53 or 10334 */
  insert: (document: Uint8Array | Doc) => Stored;
  replace: (stored: Stored, bytes: Uint8Array) => Stored;
  remove: (stored: Stored) => void;
  addIndex: (spec: IndexSpec) => void;
  dropIndex: (name: string) => void;
  /** Other options of an index that change nothing of its keys. */
  setIndex: (name: string, options: Doc) => void;
  empty: () => void;
};

export const openCollection = (disk: Disk, entry: CatalogEntry, alive: () => void = () => undefined): Collection => {
  const records = new Map<number, Stored>();
  // The catalog holds what createIndexes accepted, so each is an index specification.
  let indexes = entry.indexes.map((spec) => collectionIndex(spec as IndexSpec));
  let nextRank = 1;
  let size = 0;

  for (const { rank, bytes } of disk.documents(entry.number)) {
    records.set(rank, { rank, bytes });
    size += bytes.length;
    nextRank = rank + 1;
    if (records.size % signOfLifeEvery === 0) alive();
  }
  loadIndexes(indexes, records, alive);

  const admit = (rank: number, { bytes, document }: Encoded, held: Stored | undefined): Stored => {
    const stored: Stored = { rank, bytes: ownBytes(bytes) };
    const keys = indexes.map((index) => index.keysFor(document));
    indexes.forEach((index, i) => {
      index.refuseDuplicate(keys[i] ?? [], stored, entry.ns);
    });
    indexes.forEach((index, i) => {
      if (held) index.remove(held);
      index.add(keys[i] ?? [], stored);
    });
    size += stored.bytes.length - (held?.bytes.length ?? 0);
    records.set(stored.rank, stored);
    disk.putDocument(entry.number, stored.rank, stored.bytes);
    return stored;
  };

  const remove = (stored: Stored): void => {
    for (const index of indexes) index.remove(stored);
    records.delete(stored.rank);
    size -= stored.bytes.length;
    disk.removeDocument(entry.number, stored.rank);
  };

  /** A capped collection forgets its oldest documents beyond its size in bytes or its number. */
  const dropOldest = (): void => {
    const [bytes, most] = [numberOf(entry.options.size) ?? 0, numberOf(entry.options.max) ?? 0];
    for (const stored of records.values()) {
      if (records.size <= 1 || (size <= bytes && !(most > 0 && records.size > most))) return;
      remove(stored);
    }
  };

  const saveIndexes = (): void => {
    entry.indexes = indexes.map(({ spec }) => spec);
    disk.putCatalog(entry);
  };

  return {
    entry,
    records,
    get indexes() {
      return indexes;
    },
    insert: (given) => {
      const made = withId(given);
      refuseInvalid(entry.options, made.bytes);
      const stored = admit(nextRank, made, undefined);
      nextRank += 1;
      if (entry.options.capped) dropOldest();
      return stored;
    },
    replace: (stored, bytes) => {
      refuseLong(bytes.length);
      refuseInvalid(entry.options, bytes);
      if (entry.options.capped && bytes.length !== stored.bytes.length)
        throw new StoreError(10003, "Cannot change the size of a document in a capped collection");
      return admit(stored.rank, { bytes, document: deserialize(bytes) }, stored);
    },
    remove,
    addIndex: (spec) => {
      const index = collectionIndex(spec);
      for (const stored of records.values()) {
        const keys = index.keysFor(documentOf(stored));
        index.refuseDuplicate(keys, stored, entry.ns);
        index.add(keys, stored);
      }
      indexes = [...indexes, index];
      saveIndexes();
    },
    dropIndex: (name) => {
      indexes = indexes.filter(({ spec }) => spec.name !== name);
      saveIndexes();
    },
    setIndex: (name, options) => {
      for (const { spec } of indexes) if (spec.name === name) Object.assign(spec, options);
      saveIndexes();
    },
    get size() {
      return size;
    },
    empty: () => {
      disk.removeCollection(entry);
      records.clear();
    },
  };
};

/** Each document is read once for all indexes: this is most of the time a start takes. */
const loadIndexes = (
  indexes: readonly CollectionIndex[],
  records: ReadonlyMap<number, Stored>,
  alive: () => void,
): void => {
  const names = indexes.map(({ fields, spec }) =>
    spec.partialFilterExpression ? undefined : fields.map(({ parts }) => parts[0] ?? ""),
  );
  const reader = readerOf(names.includes(undefined) ? undefined : names.flatMap((some) => some ?? []));
  const entries: Entry<Stored>[][] = indexes.map(() => []);
  let read = 0;
  for (const item of records.values()) {
    read += 1;
    if (read % signOfLifeEvery === 0) alive();
    const document = reader(item);
    indexes.forEach((index, i) => {
      for (const key of index.keysFor(document)) entries[i]?.push({ key, rank: item.rank, item });
    });
  }
  indexes.forEach((index, i) => {
    alive();
    index.entries.load(entries[i] ?? []);
  });
};

type Encoded = { bytes: Uint8Array; document: Doc };

const withId = (given: Uint8Array | Doc): Encoded => {
  const came = given instanceof Uint8Array ? given : encode(given);
  const read = deserialize(came);
  const bytes = Object.keys(read)[0] === "_id" ? came : idFirst(came);
  const document = bytes === came ? read : deserialize(bytes);
  refuseLong(bytes.length);
  refuseBadId(document._id);
  return { bytes, document };
};

const idFirst = (bytes: Uint8Array): Uint8Array => {
  const { _id = new ObjectId(), ...rest } = exactDocument(bytes);
  return encode({ _id, ...rest });
};

/** Bytes that share their buffer (with the message they came in, with Node's pool of small ones) would keep all of it. */
const ownBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);

const refuseLong = (size: number): void => {
  if (size > maxDocument)
    throw new StoreError(10334, `BSONObj size: ${size} is invalid. Size must be between 0 and ${maxDocument}(16MB)`);
};

const refuseBadId = (id: unknown): void => {
  if (Array.isArray(id) || id instanceof RegExp || id === undefined)
    throw new StoreError(53, "The '_id' value cannot be of type array, regex or undefined");
  if (isDocument(id) && Object.keys(id).some((name) => name.startsWith("$")))
    throw new StoreError(52, "_id fields may not contain '$'-prefixed fields");
};
