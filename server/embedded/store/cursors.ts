import { StoreError } from "./store-error.ts";

type Open = { ns: string; rest: Uint8Array[]; touched: number };

/** Results not yet sent. A cursor left alone for ten minutes is closed, as MongoDB's are. */
export type Cursors = {
  open: (ns: string, rest: Uint8Array[]) => bigint;
  next: (id: bigint, ns: string, batchSize: number) => { documents: Uint8Array[]; id: bigint };
  close: (ids: readonly bigint[]) => { killed: bigint[]; missing: bigint[] };
};

const idleLimit = 10 * 60_000;
const maxBatchBytes = 16_000_000;

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
      if (!cursor || cursor.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
      const documents = takeBatch(cursor.rest, batchSize || Number.POSITIVE_INFINITY);
      cursor.rest = cursor.rest.slice(documents.length);
      cursor.touched = Date.now();
      if (cursor.rest.length > 0) return { documents, id };
      cursors.delete(id);
      return { documents, id: 0n };
    },
    close: (ids) => {
      const killed = ids.filter((id) => cursors.delete(id));
      return { killed, missing: ids.filter((id) => !killed.includes(id)) };
    },
  };
};

/** As many as asked for, and no more than one message can carry. */
export const takeBatch = (documents: readonly Uint8Array[], batchSize: number): Uint8Array[] => {
  let bytes = 0;
  let count = 0;
  for (const document of documents) {
    bytes += document.length;
    if (count >= batchSize || (count > 0 && bytes > maxBatchBytes)) break;
    count += 1;
  }
  return documents.slice(0, count);
};
