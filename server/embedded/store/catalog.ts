import { type Collection, openCollection } from "./collection.ts";
import type { IndexSpec } from "./collection-index.ts";
import type { CatalogEntry, Disk } from "./disk.ts";
import { StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** All collections of all databases, by namespace (`database.collection`). */
export type Catalog = {
  find: (ns: string) => Collection | undefined;
  /** The collection, made on first use as MongoDB does. */
  ensure: (ns: string, options?: Doc) => Collection;
  /** A new one in the same database, forgotten by a start if nobody renames it. */
  ensureBeside: (ns: string, options: Doc) => Collection;
  drop: (ns: string) => boolean;
  rename: (ns: string, to: string) => void;
  list: (database: string) => Collection[];
  databases: () => string[];
  all: () => Iterable<Collection>;
};

/** @param alive told now and then, while all is read: opening a large store takes seconds */
export const openCatalog = (disk: Disk, alive: () => void = () => undefined): Catalog => {
  const [unfinished, stored] = parted(disk.catalog());
  for (const entry of unfinished) disk.removeCollection(entry);
  const collections = new Map(stored.map((entry) => [entry.ns, openCollection(disk, entry, alive)]));
  let nextNumber = 1 + stored.reduce((highest, { number }) => Math.max(highest, number), 0);

  const create = (ns: string, options: Doc): Collection => {
    refuseBadName(ns);
    const entry: CatalogEntry = { ns, number: nextNumber, indexes: [idIndexOf(options)], options };
    nextNumber += 1;
    const collection = openCollection(disk, entry);
    disk.putCatalog(entry);
    collections.set(ns, collection);
    return collection;
  };

  return {
    find: (ns) => collections.get(ns),
    ensure: (ns, options = {}) => collections.get(ns) ?? create(ns, options),
    ensureBeside: (ns, options) => create(`${databaseOf(ns)}.${besides}${nextNumber}`, options),
    drop: (ns) => {
      collections.get(ns)?.empty();
      return collections.delete(ns);
    },
    rename: (ns, to) => {
      refuseBadName(to);
      const collection = collections.get(ns);
      if (!collection) return;
      collections.delete(ns);
      collections.set(to, collection);
      disk.renameCollection(collection.entry, to);
    },
    list: (database) => [...collections.values()].filter(({ entry }) => databaseOf(entry.ns) === database),
    databases: () => [...new Set([...collections.keys()].map(databaseOf))],
    all: () => collections.values(),
  };
};

/** As MongoDB names what `$out` has not finished. */
const besides = "tmp.agg_out.";

const parted = (entries: CatalogEntry[]): [CatalogEntry[], CatalogEntry[]] => {
  const isUnfinished = ({ ns }: CatalogEntry): boolean => ns.slice(ns.indexOf(".") + 1).startsWith(besides);
  return [entries.filter(isUnfinished), entries.filter((entry) => !isUnfinished(entry))];
};

const idIndex = { v: 2, key: { _id: 1 }, name: "_id_", unique: true } as const satisfies IndexSpec;

const idIndexOf = ({ clusteredIndex }: Doc): IndexSpec => {
  if (!isDocument(clusteredIndex)) return idIndex;
  return { ...idIndex, name: String(clusteredIndex.name ?? "_id_"), clustered: true };
};

const databaseOf = (ns: string): string => ns.slice(0, ns.indexOf("."));

const refuseBadName = (ns: string): void => {
  const name = ns.slice(ns.indexOf(".") + 1);
  const bad =
    name === "" || /[$\0]/.test(name) || name.startsWith(".") || name.endsWith(".") || name.startsWith("system.");
  if (bad || ns.length > 255) throw new StoreError(73, `Invalid namespace specified '${ns}'`);
};
