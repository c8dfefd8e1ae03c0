import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { hasRedisServer, type PrivateRedis, startPrivateRedis } from "#server/embedded/redis/private-redis.ts";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import type { QueueEngine } from "#server/platform/queue/queue-engine.ts";
import { sendSignal, useSignals } from "#server/platform/signals.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { givenPerson } from "#test/support/people.ts";

const withRedis = await hasRedisServer();
if (!withRedis) console.warn("redis-server is not on PATH: two web processes are not proved here");

const folder = mkdtempSync(join(tmpdir(), "elan-two-webs-"));
const webs: ChildProcess[] = [];
const pages: Socket[] = [];
let redis: PrivateRedis;
let engine: QueueEngine;
let house: House;
let storeUrl: string;

beforeAll(async () => {
  if (!withRedis) return;
  redis = await startPrivateRedis(folder);
  house = await openHouse();
  const url = new URL(inject("storeUrl"));
  url.pathname = `/${mongoose.connection.name}`;
  storeUrl = url.href;
  engine = await openQueue({ redisUrl: redis.socket, folder: "" });
  await useSignals(engine.signals);
}, 60_000);
afterAll(async () => {
  if (!withRedis) return;
  for (const page of pages) page.disconnect();
  await Promise.all(webs.map(stopped));
  await useSignals(null);
  await engine.close();
  await house.close();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A web process as in production; it says its port when it listens. */
const openWeb = (name: string): Promise<string> =>
  new Promise((listening, failed) => {
    const away = "http://127.0.0.1:9"; // signals do without the search
    const settings = {
      MEILI_URL: away,
      MONGODB_URL: storeUrl,
      REDIS_URL: redis.socket,
      DATA_DIR: join(folder, name),
      PORT: "0",
    };
    const env = { ...process.env, NODE_ENV: "development", LOG_LEVEL: "info", ...settings };
    const web = spawn("node", ["--import", "tsx", "server/main.ts"], { env, stdio: ["ignore", "pipe", "inherit"] });
    webs.push(web);
    web.once("exit", (code) => failed(new Error(`the web process ended: ${code}`)));
    web.stdout.on("data", (chunk: Buffer) => {
      const port = /"port":(\d+)/.exec(chunk.toString())?.[1];
      if (port) listening(`http://127.0.0.1:${port}`);
    });
  });

const stopped = (web: ChildProcess): Promise<void> =>
  new Promise((gone) => {
    if (web.exitCode !== null) gone();
    web.once("exit", () => gone());
    web.kill("SIGTERM");
  });

const openPage = async (url: string, cookie: string): Promise<string[]> => {
  const extraHeaders = { Cookie: cookie, Origin: url };
  const page = io(url, { path: "/direct", transports: ["websocket"], forceNew: true, extraHeaders });
  pages.push(page);
  const heard: string[] = [];
  page.on("signal", ({ name }: { name: string }) => heard.push(name));
  await new Promise<void>((resolve, reject) => page.once("connect", resolve).once("connect_error", reject));
  return heard;
};

describe.skipIf(!withRedis)("a signal sent by one process", () => {
  it("reaches the pages open on each of two web processes", async () => {
    const officer = await givenPerson({ role: "officer" });
    const urls = await Promise.all([openWeb("one"), openWeb("two")]);
    const heard = await Promise.all(urls.map((url) => openPage(url, officer.cookie)));

    await expect
      .poll(
        () => {
          sendSignal("staff", "strong-match");
          return heard.map((names) => names.includes("strong-match"));
        },
        { timeout: 10_000, interval: 200 },
      )
      .toEqual([true, true]);
  }, 90_000);
});
