import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import type { QueueEngine } from "#server/platform/queue/queue-engine.ts";
import { sendSignal, useSignals } from "#server/platform/signals.ts";
import { type Apart, openApart, withRedis } from "#test/support/apart.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { givenPerson } from "#test/support/people.ts";

if (!withRedis) console.warn("redis-server is not on PATH: two web processes are not proved here");

const pages: Socket[] = [];
let apart: Apart;
let engine: QueueEngine;
let house: House;

beforeAll(async () => {
  if (!withRedis) return;
  house = await openHouse();
  apart = await openApart({ MEILI_URL: "http://127.0.0.1:9" }); // signals do without the search
  engine = await openQueue({ redisUrl: apart.redis, folder: "" });
  await useSignals(engine.signals);
}, 60_000);
afterAll(async () => {
  if (!withRedis) return;
  for (const page of pages) page.disconnect();
  await useSignals(null);
  await engine.close();
  await apart.close();
  await house.close();
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
    const urls = await Promise.all([apart.web("one"), apart.web("two")]);
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
