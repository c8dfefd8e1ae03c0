import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningStore, startStore } from "#server/embedded/store/start-store.ts";
import { heedClosedSockets } from "#server/platform/closed-sockets.ts";

heedClosedSockets();

/** 50 in the suite; `npm run torture -- kills` asks for 200. */
const rounds = Number(process.env.TORTURE_KILLS ?? 50);
const writers = 12;
const seats = 40;

type Acknowledged = Map<string, { version: number; gone: boolean }>;

let folder: string;
let store: RunningStore;
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "elan-kill-"));
  store = await startStore({ folder });
  client = new mongoose.mongo.MongoClient(store.url, {
    serverSelectionTimeoutMS: 5_000,
    minHeartbeatFrequencyMS: 30,
    heartbeatFrequencyMS: 500,
    maxPoolSize: writers,
    // an answer that never comes ends as an error that says where it was waited for
    waitQueueTimeoutMS: 5_000,
    socketTimeoutMS: 5_000,
  });
  const things = client.db("kill").collection("things");
  await things.createIndex({ seat: 1 }, { unique: true, partialFilterExpression: { live: true } });
  await things.createIndex({ version: 1 });
});

afterAll(async () => {
  await client.close();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("a write that was acknowledged", () => {
  it(`is there after each of ${rounds} kills in the middle of mixed writes`, { timeout: rounds * 2_400 }, async () => {
    const log: Acknowledged = new Map();
    const doubtful = new Set<string>();
    let acknowledged = 0;

    for (let round = 0; round < rounds; round++) {
      const state = { over: false };
      const killing = new Promise((done) => setTimeout(done, 60 + Math.random() * 200)).then(() => {
        state.over = true;
        process.kill(store.pid, "SIGKILL");
      });
      const writing = Array.from({ length: writers }, (_, writer) =>
        writeUntilCut(`${round}-${writer}`, { log, doubtful, isOver: () => state.over }),
      );
      const counts = await Promise.all(writing);
      await killing;
      acknowledged += counts.reduce((sum, count) => sum + count, 0);
      await backAgain();
      expect(await broken(log, doubtful)).toEqual([]);
    }
    process.stdout.write(`kill test: ${rounds} kills, ${acknowledged} acknowledged writes, none lost\n`);
    expect(acknowledged).toBeGreaterThan(rounds);
  });
});

const things = (): mongoose.mongo.Collection<Thing> => client.db("kill").collection<Thing>("things");

type Thing = { _id: string; version: number; seat: number; live: boolean; check: string; filler: string };

const filler = "é".repeat(400);

type Writing = { log: Acknowledged; doubtful: Set<string>; isOver: () => boolean };

/** Inserts, updates and deletes until the store is gone. Logs a change only once it is acknowledged. */
const writeUntilCut = async (name: string, { log, doubtful, isOver }: Writing): Promise<number> => {
  let acknowledged = 0;
  for (let n = 0; !isOver(); n++) {
    const id = `${name}-${n}`;
    try {
      doubtful.add(id);
      await things().insertOne({ _id: id, version: 1, seat: -1, live: false, check: `${id}:1`, filler });
      log.set(id, { version: 1, gone: false });
      acknowledged += 1;
      await things().updateOne({ _id: id }, { $set: { version: 2, check: `${id}:2` } });
      log.set(id, { version: 2, gone: false });
      acknowledged += 1;
      await takeSeat(id, Math.floor(Math.random() * seats));
      if (n % 3 === 0) {
        await things().deleteOne({ _id: id });
        log.set(id, { version: 2, gone: true });
        acknowledged += 1;
      }
      doubtful.delete(id);
    } catch {
      return acknowledged;
    }
  }
  return acknowledged;
};

/** Contended by all writers: a unique, partial index decides. */
const takeSeat = async (id: string, seat: number): Promise<void> => {
  try {
    await things().updateOne({ _id: id }, { $set: { seat, live: true } });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError && error.code === 11000)) throw error;
  }
};

const backAgain = async (): Promise<void> => {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    try {
      await client.db("kill").command({ ping: 1 });
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  throw new Error("the store did not come back");
};

/** What is wrong with what is stored: lost or resurrected writes, half documents, indexes that disagree. */
const broken = async (log: Acknowledged, doubtful: ReadonlySet<string>): Promise<string[]> => {
  const all = await things().find().hint({ $natural: 1 }).toArray();
  const held = new Map(all.map((thing) => [thing._id, thing]));
  const wrong = all
    .filter(({ _id, version, check, filler: full }) => check !== `${_id}:${version}` || full !== filler)
    .map(({ _id }) => `${_id} is half`);
  for (const [id, { version, gone }] of log) {
    const found = held.get(id);
    // An unanswered change of the last moment may or may not be there; an answered one must be.
    const sure = !doubtful.has(id);
    if (gone && found) wrong.push(`${id} came back`);
    if (!gone && !found && sure) wrong.push(`${id} is lost`);
    if (found && found.version < version) wrong.push(`${id} is old`);
  }
  const byIndex = await things()
    .find({ version: { $gte: 0 } })
    .hint({ version: 1 })
    .toArray();
  if (byIndex.length !== all.length) wrong.push(`the index has ${byIndex.length}, the collection ${all.length}`);
  const taken = all.filter(({ live }) => live).map(({ seat }) => seat);
  if (new Set(taken).size !== taken.length) wrong.push("a seat is taken twice");
  return wrong;
};
