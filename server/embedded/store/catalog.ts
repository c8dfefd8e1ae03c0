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
  drop: (ns: string) => boolean;
  list: (database: string) => Collection[];
  databases: () => string[];
  all: () => Iterable<Collection>;
};

/** @param alive told now and then, while all is read: opening a large store takes seconds */
export const openCatalog = (disk: Disk, alive: () => void = () => undefined): Catalog => {
  const stored = disk.catalog();
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
    drop: (ns) => {
      collections.get(ns)?.empty();
      return collections.delete(ns);
    },
    list: (database) => [...collections.values()].filter(({ entry }) => databaseOf(entry.ns) === database),
    databases: () => [...new Set([...collections.keys()].map(databaseOf))],
    all: () => collections.values(),
  };
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
