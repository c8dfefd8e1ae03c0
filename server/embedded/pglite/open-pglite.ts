import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { DEFAULT_SCHEMA, runMigrations } from "bullmq";
import { log } from "#server/platform/log.ts";
import { pgPool } from "./pg-pool.ts";

export type OpenedPglite = { readonly pool: ReturnType<typeof pgPool>; readonly close: () => Promise<void> };

/**
 * Opens PostgreSQL in this process, its files in a folder that this process holds. The queue is no memory of the
 * system: a damaged one is put aside and begun anew.
 */
export const openPglite = async (folder: string): Promise<OpenedPglite> => {
  const files = join(folder, "pglite");
  return start(files).catch((error: unknown) => {
    if (!existsSync(files)) throw error;
    log.error({ error: String(error).slice(0, 300) }, "the queue's files are damaged: begun anew");
    rmSync(`${files}-damaged`, { recursive: true, force: true });
    renameSync(files, `${files}-damaged`);
    return start(files);
  });
};

const start = async (files: string): Promise<OpenedPglite> => {
  const db = await PGlite.create(files);
  const pool = pgPool(db);
  await runMigrations(await pool.connect(), DEFAULT_SCHEMA);
  await db.exec(`SET search_path TO ${DEFAULT_SCHEMA}, public`);
  return { pool, close: () => db.close() };
};
