import type { Catalog } from "#server/embedded/store/catalog.ts";
import type { Cursors } from "#server/embedded/store/cursors.ts";
import type { Disk } from "#server/embedded/store/disk.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import { isDocument } from "#server/embedded/store/value-key.ts";
import type { Doc } from "#server/embedded/store/wire.ts";

/** What commands work on. */
export type House = { catalog: Catalog; cursors: Cursors; disk: Disk; startedAt: Date };

/** Answers one command. The answer is sent once all it wrote is on disk. */
export type Command = (body: Doc, house: House) => Doc | Uint8Array | Promise<Doc | Uint8Array>;

export const nameOf = (body: Doc): string => Object.keys(body)[0] ?? "";

export const databaseOf = (body: Doc): string => String(body.$db ?? "admin");

/** `database.collection` of a command whose first field names the collection. */
export const namespaceOf = (body: Doc): string => {
  const collection = body[nameOf(body)];
  if (typeof collection !== "string") throw new StoreError(73, "collection name has invalid type");
  return `${databaseOf(body)}.${collection}`;
};

export const documentOr = (value: unknown, otherwise: Doc): Doc => {
  if (value === undefined || value === null) return otherwise;
  if (!isDocument(value)) throw new StoreError(14, "expected a document");
  return value;
};

export const numberOr = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

export const listOf = (value: unknown): Doc[] => (Array.isArray(value) ? value.filter((item) => isDocument(item)) : []);
