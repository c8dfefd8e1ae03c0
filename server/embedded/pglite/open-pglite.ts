import { execFile } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { DEFAULT_SCHEMA, runMigrations } from "bullmq";
import { log } from "#server/platform/log.ts";
import { pgPool } from "./pg-pool.ts";

export type OpenedPglite = { readonly pool: ReturnType<typeof pgPool>; readonly close: () => Promise<void> };

/** PostgreSQL's own 128 MB of buffers are for a server with users: a queue's tables fit in these. */
const settings = ["shared_buffers=8MB", "wal_buffers=1MB", "max_connections=5"];

/**
 * Opens PostgreSQL in this process, its files in a folder that this process holds. It survives the kill of the
 * process; after a power cut (PGlite does not fsync) the files may be damaged. The queue is no memory of the system:
 * a damaged one is put aside and begun anew.
 */
export const openPglite = async (folder: string): Promise<OpenedPglite> => {
  const files = join(folder, "pglite");
  if (!existsSync(files)) await createFiles(files);
  return start(files).catch(async (error: unknown) => {
    log.error({ error: String(error).slice(0, 300) }, "the queue's files are damaged: begun anew");
    rmSync(`${files}-damaged`, { recursive: true, force: true });
    renameSync(files, `${files}-damaged`);
    await createFiles(files);
    return start(files);
  });
};

/** In a process of its own, once: making the files takes 600 MB that this process would never give back. */
const createFiles = async (files: string): Promise<void> => {
  const unfinished = `${files}-new`;
  rmSync(unfinished, { recursive: true, force: true });
  const create = "require(process.argv[1]).PGlite.create(process.argv[2]).then((db) => db.close())";
  const pglite = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  await promisify(execFile)(process.execPath, ["-e", create, pglite, unfinished]);
  renameSync(unfinished, files);
};

const start = async (files: string): Promise<OpenedPglite> => {
  const db = await PGlite.create(files, { postgresqlconf: settings });
  const pool = pgPool(db);
  await runMigrations(await pool.connect(), DEFAULT_SCHEMA);
  await db.exec(`SET search_path TO ${DEFAULT_SCHEMA}, public`);
  return { pool, close: () => db.close() };
};
