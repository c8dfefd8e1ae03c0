import { deserialize, ObjectId } from "bson";
import { type CollectionIndex, collectionIndex, type IndexSpec } from "./collection-index.ts";
import { refuseInvalid } from "./collection-rules.ts";
import type { CatalogEntry, Disk } from "./disk.ts";
import { changedFields, ownBytes } from "./document-bytes.ts";
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

  /** Only the indexes that look at a field which differs. */
  const movesOf = (held: Stored | undefined, stored: Stored, document: Doc): Move[] => {
    if (!held) return indexes.map((index) => ({ index, before: [], after: index.keysFor(document) }));
    const changed = changedFields(held.bytes, stored.bytes);
    const touched = indexes.filter(({ reads }) => !reads || !changed || reads.some((name) => changed.has(name)));
    const former = touched.length > 0 ? documentOf(held) : {};
    return touched.map((index) => ({ index, before: index.keysFor(former), after: index.keysFor(document) }));
  };

  const admit = (rank: number, { bytes, document }: Encoded, held: Stored | undefined): Stored => {
    const stored: Stored = { rank, bytes: ownBytes(bytes) };
    const moves = movesOf(held, stored, document);
    for (const { index, after } of moves) index.refuseDuplicate(after, stored, entry.ns);
    for (const { index, before, after } of moves) index.move(rank, before, after);
    size += stored.bytes.length - (held?.bytes.length ?? 0);
    records.set(stored.rank, stored);
    disk.putDocument(entry.number, stored.rank, stored.bytes);
    return stored;
  };

  const remove = (stored: Stored): void => {
    const document = documentOf(stored);
    for (const index of indexes) index.move(stored.rank, index.keysFor(document), []);
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
        index.move(stored.rank, [], keys);
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
  const names = indexes.map(({ reads }) => reads);
  const reader = readerOf(names.includes(undefined) ? undefined : names.flatMap((some) => some ?? []));
  const entries: Entry[][] = indexes.map(() => []);
  let read = 0;
  for (const [rank, item] of records) {
    read += 1;
    if (read % signOfLifeEvery === 0) alive();
    const document = reader(item);
    indexes.forEach((index, i) => {
      for (const key of index.keysFor(document)) entries[i]?.push({ key, rank });
    });
  }
  indexes.forEach((index, i) => {
    alive();
    index.entries.load(entries[i] ?? []);
  });
};

type Move = { index: CollectionIndex; before: readonly string[]; after: readonly string[] };

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
