import { deserialize, ObjectId, serialize } from "bson";
import { type CollectionIndex, collectionIndex, type IndexSpec, type Stored } from "./collection-index.ts";
import type { CatalogEntry, Disk } from "./disk.ts";
import { StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

const maxDocument = 16 * 1024 * 1024;

/** Documents and indexes of one collection: all in memory, every change written through to the disk. */
export type Collection = {
  entry: CatalogEntry;
  records: ReadonlyMap<number, Stored>;
  indexes: readonly CollectionIndex[];
  /** @throws StoreError 11000, 53 or 10334 */
  insert: (document: Uint8Array | Doc) => Stored;
  replace: (stored: Stored, document: Doc) => Stored;
  remove: (stored: Stored) => void;
  addIndex: (spec: IndexSpec) => void;
  dropIndex: (name: string) => void;
  empty: () => void;
};

export const openCollection = (disk: Disk, entry: CatalogEntry): Collection => {
  const records = new Map<number, Stored>();
  // The catalog holds what createIndexes accepted, so each is an index specification.
  let indexes = entry.indexes.map((spec) => collectionIndex(spec as IndexSpec));
  let nextRank = 1;

  for (const { rank, bytes } of disk.documents(entry.number)) {
    records.set(rank, { rank, bytes, document: deserialize(bytes) });
    nextRank = rank + 1;
  }
  for (const index of indexes) index.load(records.values());

  const admit = (stored: Stored, held: Stored | undefined): Stored => {
    const keys = indexes.map((index) => index.keysFor(stored));
    indexes.forEach((index, i) => {
      index.refuseDuplicate(keys[i] ?? [], stored, entry.ns);
    });
    indexes.forEach((index, i) => {
      if (held) index.remove(held);
      index.add(keys[i] ?? [], stored);
    });
    records.set(stored.rank, stored);
    disk.putDocument(entry.number, stored.rank, stored.bytes);
    return stored;
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
      const stored = admit({ rank: nextRank, ...withId(given) }, undefined);
      nextRank += 1;
      return stored;
    },
    replace: (stored, document) => admit({ rank: stored.rank, ...encoded(document) }, stored),
    remove: (stored) => {
      for (const index of indexes) index.remove(stored);
      records.delete(stored.rank);
      disk.removeDocument(entry.number, stored.rank);
    },
    addIndex: (spec) => {
      const index = collectionIndex(spec);
      for (const stored of records.values()) {
        const keys = index.keysFor(stored);
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
    empty: () => {
      disk.removeCollection(entry);
      records.clear();
    },
  };
};

const withId = (given: Uint8Array | Doc): { bytes: Uint8Array; document: Doc } => {
  const document = given instanceof Uint8Array ? deserialize(given) : given;
  const { _id = new ObjectId(), ...rest } = document;
  refuseBadId(_id);
  const inOrder = given instanceof Uint8Array && Object.keys(document)[0] === "_id";
  if (!inOrder) return encoded({ _id, ...rest });
  refuseLong(given.length);
  // A copy: the bytes that came share their buffer with the whole message, which would stay in memory with them.
  return { bytes: Uint8Array.from(given), document };
};

const encoded = (document: Doc): { bytes: Uint8Array; document: Doc } => {
  const bytes = serialize(document, { ignoreUndefined: true });
  refuseLong(bytes.length);
  return { bytes, document };
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
