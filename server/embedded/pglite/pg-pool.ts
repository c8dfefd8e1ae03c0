import { EventEmitter } from "node:events";
import type { PGlite } from "@electric-sql/pglite";

type Result = { rows: never[]; rowCount: number };

/**
 * What BullMQ's PostgreSQL backend asks of a `pg.Pool`, over the one session of PGlite. Two traps: PGlite hears a
 * LISTEN only through its own method, and the commands arrive with comments in front.
 */
export const pgPool = (db: PGlite) => {
  const query = async (text: string, params?: readonly unknown[]): Promise<Result> => {
    if (params) return result(await db.query<never>(text, [...params]));
    const all = await db.exec(text); // several statements when it is a migration
    const last = all.at(-1);
    return result({ rows: (last?.rows ?? []) as never[], affectedRows: last?.affectedRows ?? 0 });
  };

  const events = new EventEmitter().setMaxListeners(0); // each queue and each worker listens for errors
  return Object.assign(events, {
    options: { keepAlive: true }, // there is no line to drop: a worker may wait for its notification in silence
    query,
    connect: async () => pgClient(db, query),
    end: async () => undefined,
  });
};

const result = ({ rows, affectedRows }: { rows: never[]; affectedRows?: number }): Result => ({
  rows,
  rowCount: rows.length > 0 ? rows.length : (affectedRows ?? 0),
});

const pgClient = (db: PGlite, query: (text: string, params?: readonly unknown[]) => Promise<Result>) => {
  const client = new EventEmitter();
  const stops: (() => Promise<void>)[] = [];
  return Object.assign(client, {
    query: async (text: string, params?: readonly unknown[]): Promise<Result> => {
      const channel = listened(text);
      if (!channel) return query(text, params);
      stops.push(await db.listen(channel, (payload) => void client.emit("notification", { channel, payload })));
      return { rows: [], rowCount: 0 };
    },
    release: () => {
      client.removeAllListeners();
      for (const stop of stops.splice(0)) stop().catch(() => undefined); // the database may be closed already
    },
  });
};

const listened = (text: string): string | undefined =>
  text
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, "")
    .trim()
    .match(/^LISTEN\s+"?([a-z_]+)"?\s*;?$/i)?.[1];
