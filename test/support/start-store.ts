import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startStore } from "#server/embedded/store/start-store.ts";

declare module "vitest" {
  interface ProvidedContext {
    storeUrl: string;
  }
}

/**
 * One embedded store for the whole run; each test file has its own database on it. Some stop their clock on a day that
 * is past: no session of theirs may be removed by the machine's.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-store-"));
  const store = await startStore({ folder, expires: false });
  project.provide("storeUrl", process.env["MONGODB_URL"] ?? store.url);
  return async () => {
    await store.stop();
    await rm(folder, { recursive: true, force: true });
  };
};
