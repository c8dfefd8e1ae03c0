import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Express } from "express";
import mongoose from "mongoose";
import { inject } from "vitest";
import { createApp } from "#server/app.ts";
import { loadAssets } from "#server/platform/assets.ts";
import { useAssets } from "#server/platform/assets-in-use.ts";
import { setClock } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { useSignals } from "#server/platform/signals.ts";
import { useSecret } from "#server/platform/signed-link.ts";
import { works } from "#workers/works.ts";
import { memoryQueue } from "./queue.ts";

export type House = {
  readonly app: Express;
  /** Performs the jobs asked so far, until none is left. */
  readonly drain: () => Promise<void>;
  readonly queue: ReturnType<typeof memoryQueue>;
  readonly close: () => Promise<void>;
};

/**
 * The whole product for one test file: the real app, workers, store and search; its own database.
 * Only mails (files), the clock and the queue's waiting (`drain`) are the tests' own.
 */
export const openHouse = async (storeUrl: string = inject("storeUrl")): Promise<House> => {
  setLogLevel("error");
  const folder = mkdtempSync(join(tmpdir(), "elan-test-"));
  const url = new URL(storeUrl);
  url.pathname = `/test_${randomBytes(6).toString("hex")}`;
  await connectMongo(url.href);
  useSecret("a secret for tests only, thirty-two characters");
  const queue = memoryQueue(works);
  useQueue(queue);
  await useSignals(null);
  useSearch(embeddedEngine());
  await useMail({ smtpUrl: null, folder: join(folder, "mails"), from: "Élan Emploi <test@elan.invalid>" });
  useAssets(await loadAssets());
  return {
    app: createApp({ trustProxy: 0, metricsToken: null }),
    queue,
    drain: () => queue.drain(),
    close: async () => {
      setClock();
      useQueue(null);
      await mongoose.connection.dropDatabase();
      await disconnectMongo();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
