import { deserialize, ObjectId } from "bson";
import { type CollectionIndex, collectionIndex, type IndexSpec } from "./collection-index.ts";
import { refuseInvalid } from "./collection-rules.ts";
import type { CatalogEntry, Disk } from "./disk.ts";
import { changedFields, ownBytes } from "./document-bytes.ts";
import { fillIndex, loadIndexes, signOfLifeEvery } from "./fill-indexes.ts";
import { numberOf } from "./numbers.ts";
import type { Work } from "./pauses.ts";
import { StoreError } from "./store-error.ts";
import { documentOf, encode, exactDocument, type Stored } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

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
  /** Others are served while it is built: they write into it, and no query is answered with it. */
  addIndex: (spec: IndexSpec) => Work<void>;
  dropIndex: (name: string) => void;
  /** Other options of an index that change nothing of its keys. */
  setIndex: (name: string, options: Doc) => void;
  empty: () => void;
};

export const openCollection = (disk: Disk, entry: CatalogEntry, alive: () => void = () => undefined): Collection => {
  const records = new Map<number, Stored>();
  // The catalog holds what createIndexes accepted, so each is an index specification.
  let indexes = entry.indexes.map((spec) => collectionIndex(spec as IndexSpec));
  let building: CollectionIndex[] = [];
  let nextRank = 1;
  let size = 0;
  let dropped = false;

  for (const { rank, bytes } of disk.documents(entry.number)) {
    records.set(rank, { rank, bytes });
    size += bytes.length;
    nextRank = rank + 1;
    if (records.size % signOfLifeEvery === 0) alive();
  }
  loadIndexes(indexes, records, alive);

  /** Only the indexes that look at a field which differs. */
  const movesOf = (held: Stored | undefined, stored: Stored, document: Doc): Move[] => {
    const kept = [...indexes, ...building];
    if (!held) return kept.map((index) => ({ index, before: [], after: index.keysFor(document) }));
    const changed = changedFields(held.bytes, stored.bytes);
    const touched = kept.filter(({ reads }) => !reads || !changed || reads.some((name) => changed.has(name)));
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
    for (const index of [...indexes, ...building]) index.move(stored.rank, index.keysFor(document), []);
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
    addIndex: function* (spec) {
      const index = collectionIndex(spec);
      building = [...building, index];
      try {
        yield* fillIndex(index, records, entry.ns);
        if (dropped) throw new StoreError(276, `Index build failed: ${entry.ns} was dropped`);
        indexes = [...indexes, index];
        saveIndexes();
      } finally {
        building = building.filter((other) => other !== index);
      }
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
      dropped = true;
      disk.removeCollection(entry);
      records.clear();
    },
  };
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
