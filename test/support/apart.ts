import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { inject } from "vitest";
import { hasRedisServer, startPrivateRedis } from "#server/embedded/redis/private-redis.ts";

/** Without a redis-server on PATH, processes apart are not proved. */
export const withRedis = await hasRedisServer();

export type Apart = {
  readonly redis: string;
  /** A web process; gives its address once it listens. */
  readonly web: (name: string) => Promise<string>;
  /** A process of workers; gives what it wrote so far, once it is ready. */
  readonly workers: (name: string) => Promise<() => string>;
  /** Ends them all, as a service manager does. */
  readonly close: () => Promise<void>;
};

/** Web and workers as in production: each a process of its own, on the store of this test's house and one Redis. */
export const openApart = async (settings: Readonly<Record<string, string>>): Promise<Apart> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-apart-"));
  const redis = await startPrivateRedis(folder);
  const store = new URL(inject("storeUrl"));
  store.pathname = `/${mongoose.connection.name}`;
  const running: ChildProcess[] = [];

  const start = (program: string, name: string, sign: RegExp): Promise<{ sign: string; said: () => string }> =>
    new Promise((ready, failed) => {
      const own = { MONGODB_URL: store.href, REDIS_URL: redis.socket, DATA_DIR: join(folder, name), PORT: "0" };
      const env = { ...process.env, NODE_ENV: "development", LOG_LEVEL: "info", ...own, ...settings };
      const child = spawn("node", ["--import", "tsx", program], { env, stdio: ["ignore", "pipe", "inherit"] });
      running.push(child);
      let said = "";
      child.once("exit", (code) => failed(new Error(`${name} ended: ${code}`)));
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = sign.exec(said)?.[1];
        if (found) ready({ sign: found, said: () => said });
      });
    });

  return {
    redis: redis.socket,
    web: async (name) => `http://127.0.0.1:${(await start("server/main.ts", name, /"port":(\d+)/)).sign}`,
    workers: async (name) => (await start("workers/main.ts", name, /(workers ready)/)).said,
    close: async () => {
      await Promise.all(running.map(ended));
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((gone) => {
    if (child.exitCode !== null || child.signalCode !== null) return gone();
    child.once("exit", () => gone());
    child.kill("SIGTERM");
  });
