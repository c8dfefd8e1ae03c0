import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "bson";
import { open } from "lmdb";
import { migrationsOf } from "./disk-format.ts";
import { StoreError } from "./store-error.ts";
import type { Stored } from "./stored-document.ts";
import type { Doc } from "./wire.ts";

/** What is kept of a collection beside its documents. */
export type CatalogEntry = { ns: string; number: number; indexes: Doc[]; options: Doc };

export type Disk = {
  putDocument: (collection: number, rank: number, bytes: Buffer) => void;
  removeDocument: (collection: number, rank: number) => void;
  removeCollection: (entry: CatalogEntry) => void;
  putCatalog: (entry: CatalogEntry) => void;
  catalog: () => CatalogEntry[];
  documents: (collection: number) => Iterable<Stored>;
  /** @throws StoreError 14031 when the disk is so full that a write might not fit: before anything is changed */
  refuseFull: () => void;
  /** Resolves once all that was written so far is fsynced. Rejects when it could not be. */
  committed: () => Promise<void>;
  close: () => Promise<void>;
};

/** Room for the longest message and the pages LMDB writes around it. */
const reserve = 96 * 2 ** 20;

/**
 * Opens the data file. Writes made in one turn of the event loop are one transaction: what a turn wrote is on
 * disk together or not at all (a write of many documents takes several), and `overlappingSync: false` makes "committed" mean "fsynced".
 * @param freeBytes what the disk has left
 * @throws when the file was written by another version
 */
export const openDisk = (path: string, freeBytes: () => number = (): number => leftOn(dirname(path))): Disk => {
  const db = open<Buffer, (string | number)[]>({
    path,
    encoding: "binary",
    overlappingSync: false,
    compression: false,
    noMemInit: true,
  });
  const old = migrationsOf(db);
  let last: Promise<unknown> = Promise.resolve();
  const track = (written: Promise<unknown>): void => {
    // Someone who awaits committed() hears of a failure; nobody else may crash the process by not listening.
    written.catch(() => undefined);
    last = written;
  };
  for (const [key, value] of old) track(db.put(key, value));

  return {
    putDocument: (collection, rank, bytes) => track(db.put(["d", collection, rank], bytes)),
    removeDocument: (collection, rank) => track(db.remove(["d", collection, rank])),
    removeCollection: ({ ns, number }) => {
      for (const key of db.getKeys(rangeOf(number))) track(db.remove(key));
      track(db.remove(["c", ns]));
    },
    putCatalog: (entry) => track(db.put(["c", entry.ns], Buffer.from(serialize(entry)))),
    catalog: () =>
      // Written by putCatalog above, so it is a catalog entry.
      Array.from(db.getRange({ start: ["c"], end: ["c\uffff"] }), ({ value }) => deserialize(value) as CatalogEntry),
    documents: function* (collection) {
      for (const { key, value } of db.getRange(rangeOf(collection)))
        yield { rank: Number(key[2]), bytes: Buffer.from(new Uint8Array(value).buffer) };
    },
    refuseFull: () => {
      const left = freeBytes();
      if (left < reserve)
        throw new StoreError(
          14031,
          `the disk is full: ${Math.round(left / 2 ** 20)} MB left where ${reserve / 2 ** 20} are needed; nothing was written, reading goes on`,
        );
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

const leftOn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

const rangeOf = (collection: number): { start: (string | number)[]; end: (string | number)[] } => ({
  start: ["d", collection, 0],
  end: ["d", collection, Number.MAX_SAFE_INTEGER],
});
