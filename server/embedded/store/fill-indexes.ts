import type { CollectionIndex } from "./collection-index.ts";
import type { Entry } from "./ordered-entries.ts";
import { partSize, type Work } from "./pauses.ts";
import { readerOf, type Stored } from "./stored-document.ts";

/** In documents read. */
export const signOfLifeEvery = 1_000;

type Records = ReadonlyMap<number, Stored>;

/** Each document is read once for all indexes: this is most of the time a start takes. */
export const loadIndexes = (indexes: readonly CollectionIndex[], records: Records, alive: () => void): void => {
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

/**
 * Puts every document under its keys, those of others' writes meanwhile included.
 * @throws StoreError 11000 or 171
 */
export function* fillIndex(index: CollectionIndex, records: Records, ns: string): Work<void> {
  const read = readerOf(index.reads);
  let filled = 0;
  for (const stored of records.values()) {
    const keys = index.keysFor(read(stored));
    index.refuseDuplicate(keys, stored, ns);
    // Whoever wrote it since the building began may have put it there: nothing may stand there twice.
    index.move(stored.rank, keys, []);
    index.move(stored.rank, [], keys);
    filled += 1;
    if (filled % partSize === 0) yield;
  }
}
