import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCatalog } from "#server/embedded/store/catalog.ts";
import { openDisk } from "#server/embedded/store/disk.ts";
import { launch, startStore } from "#server/embedded/store/start-store.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "elan-folder-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const withClient = async <T>(url: string, doing: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> => {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await doing(client.db());
  } finally {
    await client.close();
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((closed) => server.close(closed));
  return port;
};

/** A process that ended but was not buried by its new parent still has a number. */
const isRunning = (pid: number): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

describe("a data folder", () => {
  it("belongs to one store: a second refuses to start, and says why", async () => {
    const first = await startStore({ folder });

    await expect(startStore({ folder })).rejects.toThrow(`is in use by process ${first.pid}`);

    expect(await withClient(first.url, (db) => db.command({ ping: 1 }))).toMatchObject({ ok: 1 });
    await first.stop();
  });

  it("is found again as it was left, indexes and options included", async () => {
    const first = await startStore({ folder });
    await withClient(first.url, async (db) => {
      await db.collection("a").createIndex({ n: 1 }, { unique: true, name: "once" });
      await db.collection("a").insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
      await db.collection("a").deleteMany({ n: { $gte: 400 } });
      await db.collection("a").updateMany({ n: { $lt: 10 } }, { $inc: { n: -100 } });
    });
    await first.stop();

    const second = await startStore({ folder });
    const found = await withClient(second.url, async (db) => ({
      count: await db.collection("a").countDocuments(),
      low: await db.collection("a").countDocuments({ n: { $lt: 0 } }),
      names: (await db.collection("a").indexes()).map(({ name }) => name),
      duplicate: await db
        .collection("a")
        .insertOne({ n: 50 })
        .catch((error: { code?: number }) => error.code),
    }));
    await second.stop();

    expect(found).toEqual({ count: 400, low: 10, names: ["_id_", "once"], duplicate: 11000 });
  });

  it("is given back when its store is killed", async () => {
    const first = await startStore({ folder });
    await first.kill();

    const second = await startStore({ folder });

    expect(await withClient(second.url, (db) => db.command({ ping: 1 }))).toMatchObject({ ok: 1 });
    await second.stop();
  });

  it("may have a path longer than a socket's", async () => {
    const deep = join(folder, "x".repeat(60), "y".repeat(60));
    mkdirSync(deep, { recursive: true });

    const store = await startStore({ folder: deep });

    expect(await withClient(store.url, (db) => db.command({ ping: 1 }))).toMatchObject({ ok: 1 });
    await store.stop();
  });

  it("opens its socket to its owner alone", async () => {
    const store = await startStore({ folder });

    const { mode } = statSync(join(folder, "store.sock"));

    expect(mode & 0o777).toBe(0o600);
    await store.stop();
  });

  it("is served on a port of this machine to mongoose, on its own", async () => {
    const port = await freePort();
    const main = join(process.cwd(), "server/embedded/store/main.ts");
    const alone = spawn(process.execPath, ["--import", "tsx", main, folder, String(port)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(alone.stdout, "data");

    const connection = await mongoose.createConnection(`mongodb://127.0.0.1:${port}/x`).asPromise();
    const kept = await connection.model("Thing", new mongoose.Schema({ n: Number })).create({ n: 1 });
    const built = await connection.db?.admin().buildInfo();
    await connection.close();
    alone.kill("SIGTERM");
    const [code] = await once(alone, "exit");

    expect([kept.n, built?.version, code]).toEqual([1, "7.0.0", 0]);
  });

  it("keeps what was written when the store falls and comes back on the same address", async () => {
    const store = await startStore({ folder });
    const fallen = store.pid;
    const count = await withClient(store.url, async (db) => {
      await db.collection("a").insertOne({ n: 1 });
      process.kill(fallen, "SIGKILL");
      await new Promise((done) => setTimeout(done, 1_500));
      return db.collection("a").countDocuments();
    });

    expect(count).toBe(1);
    expect(store.pid).not.toBe(fallen);
    await store.stop();
  });

  it("leaves no store behind when its parent dies", async () => {
    const script = `import { openCatalog } from "#server/embedded/store/catalog.ts";
import { openDisk } from "#server/embedded/store/disk.ts";
import { launch, startStore } from ${JSON.stringify(join(process.cwd(), "server/embedded/store/start-store.ts"))};
      const store = await startStore({ folder: ${JSON.stringify(folder)} });
      console.log(store.pid);`;
    const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const pid = Number(
      await new Promise<string>((said) => parent.stdout.once("data", (chunk: Buffer) => said(chunk.toString()))),
    );

    parent.kill("SIGKILL");
    await new Promise((done) => setTimeout(done, 1_500));

    expect(pid).toBeGreaterThan(0);
    expect(isRunning(pid)).toBe(false);
  });
});

describe("a store that is long to open", () => {
  const program = (lines: string): string[] => ["-e", lines];
  const silent = (): void => undefined;

  it("is waited for while it says that it reads, longer than one that says nothing", async () => {
    const slow = "let n = 0; setInterval(() => console.log(++n < 8 ? 'reading' : 'listening'), 500)";

    const child = await launch(program(slow), silent, 3_000);

    expect(child.exitCode).toBeNull();
    child.kill("SIGKILL");
  });

  it("is given up when it says nothing", async () => {
    const stuck = "console.log('reading'); setInterval(() => {}, 1000)";

    await expect(launch(program(stuck), silent, 1_000)).rejects.toThrow("said nothing for 1 seconds");
  });

  it("says that it reads, every thousand documents", async () => {
    const path = join(folder, "many");
    mkdirSync(path);
    let signs = 0;
    const disk = openDisk(join(path, "documents.mdb"));
    const things = openCatalog(disk).ensure("signs.things");
    for (let n = 0; n < 3_000; n += 1) things.insert({ _id: n });
    await disk.committed();

    openCatalog(disk, () => {
      signs += 1;
    });

    await disk.close();
    expect(signs).toBeGreaterThanOrEqual(6);
  });
});
