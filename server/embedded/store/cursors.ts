import { StoreError } from "./store-error.ts";

type Open = { ns: string; rest: Uint8Array[]; touched: number };

export type Batch = { documents: Uint8Array[]; id: bigint };

/** Results not yet sent. A cursor left alone for ten minutes is closed, as MongoDB's are. */
export type Cursors = {
  open: (ns: string, rest: Uint8Array[]) => bigint;
  next: (id: bigint, ns: string, batchSize: number) => Batch;
  close: (ids: readonly bigint[]) => { killed: bigint[]; missing: bigint[] };
};

const idleLimit = 10 * 60_000;
/** What one answer carries, unless a single document is larger: putting it together may not keep others waiting. */
const mostBytes = 4_000_000;
const mostDocuments = 5_000;

export const openCursors = (): Cursors => {
  const cursors = new Map<bigint, Open>();
  let nextId = 1_000_000_007n;

  return {
    open: (ns, rest) => {
      const now = Date.now();
      for (const [id, { touched }] of cursors) if (now - touched > idleLimit) cursors.delete(id);
      nextId += 1n;
      cursors.set(nextId, { ns, rest, touched: now });
      return nextId;
    },
    next: (id, ns, batchSize) => {
      const cursor = cursors.get(id);
      if (cursor?.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
      const documents = takeBatch(cursor.rest, batchSize || Number.POSITIVE_INFINITY);
      cursors.delete(id);
      const rest = cursor.rest.slice(documents.length);
      if (rest.length > 0) cursors.set(id, { ns, rest, touched: Date.now() });
      return { documents, id: rest.length > 0 ? id : 0n };
    },
    close: (ids) => {
      const killed = ids.filter((id) => cursors.delete(id));
      return { killed, missing: ids.filter((id) => !killed.includes(id)) };
    },
  };
};

/** As many as asked for, and no more than one answer carries; the cursor goes on from there. */
export const takeBatch = (documents: readonly Uint8Array[], batchSize: number): Uint8Array[] => {
  let bytes = 0;
  let count = 0;
  for (const document of documents) {
    bytes += document.length;
    if (count >= Math.min(batchSize, mostDocuments) || (count > 0 && bytes > mostBytes)) break;
    count += 1;
  }
  return documents.slice(0, count);
};
