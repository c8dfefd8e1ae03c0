import { deserialize, serialize } from "bson";
import type { Database } from "lmdb";
import type { Doc } from "./wire.ts";

type Key = (string | number)[];
type Change = [key: Key, value: Buffer];

const format = 1;

/** How a folder of each older format becomes one of the next; each answers what to write. */
const migrations: readonly ((db: Database<Buffer, Key>) => Change[])[] = [
  // 0, before the mark: collections had no options.
  (db) =>
    Array.from(db.getRange({ start: ["c"], end: ["c\uffff"] }), ({ key, value }): Change => {
      const entry: Doc = deserialize(value);
      return [key, Buffer.from(serialize({ ...entry, options: entry.options ?? {} }))];
    }),
];

/**
 * What has to be written before this version may read the folder: its mark, and what older versions wrote otherwise.
 * @throws when the folder is of a version unknown here; it is then left untouched
 */
export const migrationsOf = (db: Database<Buffer, Key>): Change[] => {
  const mark = db.get(["format"]);
  const found: unknown = mark ? deserialize(mark).format : 0;
  if (found === format) return [];
  if (typeof found !== "number" || !migrations[found])
    throw new Error(
      `the data folder has format ${String(found)}, this version reads format ${format}; it was left untouched: start the version that wrote it, or choose another DATA_DIR`,
    );
  const changes = migrations.slice(found).flatMap((migrate) => migrate(db));
  return [...changes, [["format"], Buffer.from(serialize({ format }))]];
};
