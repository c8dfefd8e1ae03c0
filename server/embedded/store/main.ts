import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openCatalog } from "./catalog.ts";
import type { House } from "./commands/command.ts";
import { openCursors } from "./cursors.ts";
import { openDisk } from "./disk.ts";
import { expireDocuments } from "./expire-documents.ts";
import { lockFolder } from "./folder-lock.ts";
import { politely } from "./pauses.ts";
import { type Address, listen } from "./server.ts";

const ttlPeriod = 60_000;

/** Whoever started us waits as long as something is said. */
const reading = "reading\n";

/**
 * The store's own process: `main.ts <folder> <socket>`. Its standard input is its parent's life: closed, it ends.
 * With a port in the place of the socket it serves on its own, for whoever tries the store alone. `keep` after it: what
 * is past its time stays, for tests whose clock is not the machine's (MongoDB: ttlMonitorEnabled).
 */
const main = async (folder: string, place: string, keeps: boolean): Promise<void> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  const disk = openDisk(join(folder, "documents.mdb"));
  const house: House = {
    disk,
    catalog: openCatalog(disk, () => process.stdout.write(reading)),
    cursors: openCursors(),
    startedAt: new Date(),
  };
  const broken = (error: unknown): void => {
    process.stderr.write(`store: ${error instanceof Error ? error.message : String(error)}\n`);
    unlock();
    process.exit(1);
  };
  const address: Address = /^\d+$/.test(place) ? { port: Number(place), host: "127.0.0.1" } : { path: place };
  const server = await listen(address, house, broken);
  const expire = async (): Promise<void> => {
    await politely(expireDocuments(house.catalog, new Date()));
    await disk.committed();
  };
  const expiry = keeps ? undefined : setInterval(() => void expire().catch(broken), ttlPeriod);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    clearInterval(expiry);
    await server.close();
    await disk.close();
    unlock();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  if ("path" in address) {
    process.stdin.on("close", () => void stop());
    process.stdin.on("end", () => void stop());
    process.stdin.resume();
  }
  process.stdout.write("listening\n");
};

const [folder, place, keep] = process.argv.slice(2);
if (!folder || !place) throw new Error("usage: main.ts <folder> <socket or port> [keep]");
main(folder, place, keep === "keep").catch((error: unknown) => {
  process.stderr.write(`store: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
