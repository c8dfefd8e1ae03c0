import { subscribe } from "node:diagnostics_channel";
import { mkdtempSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningStore, startStore } from "#server/embedded/store/start-store.ts";
import { heedClosedSockets } from "#server/platform/closed-sockets.ts";

heedClosedSockets();

let folder: string;
let store: RunningStore;
let opened: Socket[] = [];
let client: mongoose.mongo.MongoClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "elan-closed-"));
  store = await startStore({ folder });
  subscribe("net.client.socket", (message) => opened.push((message as { socket: Socket }).socket));
});

beforeEach(async () => {
  await client?.close();
  opened = [];
  const options = { maxPoolSize: 1, serverSelectionTimeoutMS: 2_000, waitQueueTimeoutMS: 2_000 };
  client = new mongoose.mongo.MongoClient(store.url, {
    ...options,
    minHeartbeatFrequencyMS: 30,
    heartbeatFrequencyMS: 500,
  });
  await ping();
});

afterAll(async () => {
  await client.close();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ping = (): Promise<unknown> => client.db("closed").command({ ping: 1 });

const soon = <T>(asked: Promise<T>): Promise<T | string> =>
  Promise.race([asked, new Promise<string>((gone) => setTimeout(() => gone("never answered"), 4_000))]);

const refusal = (asked: Promise<unknown>): Promise<unknown> =>
  soon(
    asked.then(
      () => "answered",
      (error: unknown) => error,
    ),
  );

const backAgain = async (): Promise<void> => {
  for (const end = Date.now() + 8_000; Date.now() < end; ) {
    const back = await ping().catch(() => undefined);
    if (back) return;
  }
  throw new Error("the store was not found again");
};

describe("a question asked while its connection closes", () => {
  it("is refused as a store that is away, when the connection was already given up by this process", async () => {
    const [, pooled] = opened;
    pooled?.destroy();

    const answer = await refusal(ping());

    expect(answer).toBeInstanceOf(mongoose.mongo.MongoNetworkError);
    await backAgain();
  });

  it("is refused or answered, never left, in the turn in which a killed store is heard of", async () => {
    const [, pooled] = opened;
    const asked = new Promise<unknown>((answered) => {
      // Node destroys the socket at once and tells its "close" at the end of the turn: this asks in between.
      pooled?.once("finish", () => setImmediate(() => answered(refusal(ping()))));
    });

    process.kill(store.pid, "SIGKILL");

    expect(await asked).not.toBe("never answered");
    await backAgain();
  });

  it("does not blind the watch over the store either", async () => {
    const [watch] = opened;
    const found = new Promise<string>((seen) => {
      client.once("serverHeartbeatStarted", () => {
        watch?.destroy();
        client.once("serverHeartbeatSucceeded", () => seen("found again"));
      });
    });

    expect(await soon(found)).toBe("found again");
  });
});
