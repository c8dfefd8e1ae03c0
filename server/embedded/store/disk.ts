import { deserialize, serialize } from "bson";
import { open } from "lmdb";
import type { Doc } from "./wire.ts";

/** What is kept of a collection beside its documents. */
export type CatalogEntry = { ns: string; number: number; indexes: Doc[]; options: Doc };

export type Disk = {
  putDocument: (collection: number, rank: number, bytes: Uint8Array) => void;
  removeDocument: (collection: number, rank: number) => void;
  removeCollection: (entry: CatalogEntry) => void;
  putCatalog: (entry: CatalogEntry) => void;
  renameCollection: (entry: CatalogEntry, ns: string) => void;
  catalog: () => CatalogEntry[];
  documents: (collection: number) => Iterable<{ rank: number; bytes: Uint8Array }>;
  /** Resolves once all that was written so far is fsynced. Rejects when it could not be. */
  committed: () => Promise<void>;
  close: () => Promise<void>;
};

const format = 1;

/**
 * Opens the data file. Writes made in one turn of the event loop are one transaction: a command's writes are on
 * disk together or not at all, and `overlappingSync: false` makes "committed" mean "fsynced".
 * @throws when the file was written by another version
 */
export const openDisk = (path: string): Disk => {
  const db = open<Buffer, (string | number)[]>({
    path,
    encoding: "binary",
    overlappingSync: false,
    compression: false,
    noMemInit: true,
  });
  refuseOtherFormat(db.get(["format"]));
  let last: Promise<unknown> = Promise.resolve();
  const track = (written: Promise<unknown>): void => {
    // Someone who awaits committed() hears of a failure; nobody else may crash the process by not listening.
    written.catch(() => undefined);
    last = written;
  };
  if (!db.get(["format"])) track(db.put(["format"], Buffer.from(serialize({ format }))));

  return {
    putDocument: (collection, rank, bytes) =>
      track(db.put(["d", collection, rank], Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
    removeDocument: (collection, rank) => track(db.remove(["d", collection, rank])),
    removeCollection: ({ ns, number }) => {
      for (const key of db.getKeys(rangeOf(number))) track(db.remove(key));
      track(db.remove(["c", ns]));
    },
    renameCollection: (entry, ns) => {
      track(db.remove(["c", entry.ns]));
      entry.ns = ns;
      track(db.put(["c", ns], Buffer.from(serialize(entry))));
    },
    putCatalog: (entry) => track(db.put(["c", entry.ns], Buffer.from(serialize(entry)))),
    catalog: () =>
      // Written by putCatalog above, so it is a catalog entry.
      Array.from(db.getRange({ start: ["c"], end: ["c\uffff"] }), ({ value }) => deserialize(value) as CatalogEntry),
    documents: function* (collection) {
      for (const { key, value } of db.getRange(rangeOf(collection)))
        yield { rank: Number(key[2]), bytes: Uint8Array.from(value) };
    },
    committed: async () => {
      await last;
    },
    close: async () => {
      await last.catch(() => undefined);
      await db.close();
    },
  };
};

const rangeOf = (collection: number): { start: (string | number)[]; end: (string | number)[] } => ({
  start: ["d", collection, 0],
  end: ["d", collection, Number.MAX_SAFE_INTEGER],
});

const refuseOtherFormat = (mark: Buffer | undefined): void => {
  const found = mark ? deserialize(mark).format : format;
  if (found !== format)
    throw new Error(
      `the data folder has format ${String(found)}, this version reads format ${format}; it was left untouched`,
    );
};
