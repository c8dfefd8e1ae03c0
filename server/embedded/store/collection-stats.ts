import type { Collection } from "./collection.ts";
import type { Doc } from "./wire.ts";

/** https://www.mongodb.com/docs/manual/reference/command/collStats/ */
export const statsOf = (ns: string, collection: Collection | undefined): Doc => {
  const count = collection?.records.size ?? 0;
  const size = collection?.size ?? 0;
  const { capped, max } = collection?.entry.options ?? {};
  return {
    ns,
    size,
    count,
    ...(count > 0 ? { avgObjSize: Math.round(size / count) } : {}),
    storageSize: size,
    freeStorageSize: 0,
    capped: capped === true,
    ...(capped ? { max: max ?? 0, maxSize: collection?.entry.options.size } : {}),
    nindexes: collection?.indexes.length ?? 0,
    indexSizes: Object.fromEntries((collection?.indexes ?? []).map(({ spec }) => [spec.name, 0])),
    totalIndexSize: 0,
    totalSize: size,
    scaleFactor: 1,
  };
};
