import type { Collection } from "./collection.ts";
import { StoreError } from "./store-error.ts";
import type { Stored } from "./stored-document.ts";

/** What comes after the last document of a capped collection, once it comes. */
export type Tail = {
  collection: Collection;
  matches: (stored: Stored) => boolean;
  show: (stored: Stored) => Uint8Array;
};

type Open = { ns: string; rest: Uint8Array[]; touched: number; tail?: Tail & { last: number } };

export type Batch = { documents: Uint8Array[]; id: bigint };

/** Results not yet sent. A cursor left alone for ten minutes is closed, as MongoDB's are. */
export type Cursors = {
  open: (ns: string, rest: Uint8Array[], tail?: Tail) => bigint;
  /** @param patience in milliseconds, how long to wait for something to come at the end of a tail */
  next: (id: bigint, ns: string, batchSize: number, patience: number) => Promise<Batch>;
  close: (ids: readonly bigint[]) => { killed: bigint[]; missing: bigint[] };
};

const idleLimit = 10 * 60_000;
/** What one answer carries, unless a single document is larger: putting it together may not keep others waiting. */
const mostBytes = 4_000_000;
const mostDocuments = 5_000;
const lookEvery = 20;

export const openCursors = (): Cursors => {
  const cursors = new Map<bigint, Open>();
  let nextId = 1_000_000_007n;

  const held = (id: bigint, ns: string): Open => {
    const cursor = cursors.get(id);
    if (!cursor || cursor.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
    cursor.touched = Date.now();
    return cursor;
  };

  const take = (id: bigint, ns: string, batchSize: number): { documents: Uint8Array[]; tail: Open["tail"] } => {
    const cursor = held(id, ns);
    const { tail } = cursor;
    if (tail && cursor.rest.length === 0) cursor.rest = newcomers(tail);
    const documents = takeBatch(cursor.rest, batchSize || Number.POSITIVE_INFINITY);
    cursor.rest = cursor.rest.slice(documents.length);
    if (!tail && cursor.rest.length === 0) cursors.delete(id);
    return { documents, tail };
  };

  return {
    open: (ns, rest, tail) => {
      const now = Date.now();
      for (const [id, { touched }] of cursors) if (now - touched > idleLimit) cursors.delete(id);
      nextId += 1n;
      const end = tail && { tail: { ...tail, last: lastRank(tail.collection) } };
      cursors.set(nextId, { ns, rest, touched: now, ...end });
      return nextId;
    },
    next: async (id, ns, batchSize, patience) => {
      const until = Date.now() + patience;
      let { documents, tail } = take(id, ns, batchSize);
      while (tail && documents.length === 0 && Date.now() < until) {
        await new Promise((later) => setTimeout(later, lookEvery));
        ({ documents, tail } = take(id, ns, batchSize));
      }
      return { documents, id: cursors.has(id) ? id : 0n };
    },
    close: (ids) => {
      const killed = ids.filter((id) => cursors.delete(id));
      return { killed, missing: ids.filter((id) => !killed.includes(id)) };
    },
  };
};

const lastRank = ({ records }: Collection): number => [...records.keys()].at(-1) ?? 0;

const newcomers = (tail: Tail & { last: number }): Uint8Array[] => {
  const fresh = [...tail.collection.records.values()].filter(({ rank }) => rank > tail.last);
  tail.last = fresh.at(-1)?.rank ?? tail.last;
  return fresh.filter(tail.matches).map(tail.show);
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
