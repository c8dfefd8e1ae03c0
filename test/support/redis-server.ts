import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { Redis } from "ioredis";
import { aFolder, removeFolder } from "./queue-engines.ts";

export type RedisServer = {
  /** One question, as an administrator asks it. */
  readonly ask: (...words: [string, ...string[]]) => Promise<unknown>;
  /** SIGKILL; its files go too. */
  readonly stop: () => Promise<void>;
};

/** A redis-server of one test, empty, on a port of loopback. */
export const startRedis = async (port: number, ...settings: string[]): Promise<RedisServer> => {
  const folder = aFolder();
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...settings];
  const child = spawn("redis-server", words, { stdio: "ignore" });
  const gone = new Promise<void>((exited) => child.once("exit", () => exited()));
  const ask = async (...[command, ...args]: [string, ...string[]]): Promise<unknown> => {
    const client = new Redis(port, "127.0.0.1", { maxRetriesPerRequest: null });
    client.on("error", () => undefined);
    const answer = await client.call(command, ...args);
    client.disconnect();
    return answer;
  };
  await ask("PING").catch(() => undefined); // it answers, be it to say that it wants a password
  return {
    ask,
    stop: async () => {
      child.kill("SIGKILL");
      await gone;
      removeFolder(folder);
    },
  };
};

export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
