import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

export type Product = {
  readonly url: string;
  readonly startedInMs: number;
  /** What it wrote so far. */
  readonly said: () => string;
  /** SIGTERM to the command, as Ctrl-C or a service manager does. */
  readonly stop: () => Promise<{ code: number | null; ms: number }>;
  /** SIGKILL to the command and all it started in its group. */
  readonly kill: () => Promise<void>;
};

const startLimitMs = 60_000;

/** Runs a script of package.json as a person would, in a process group of its own, until it is ready. */
export const startProduct = async (script: string, env: Record<string, string>): Promise<Product> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn("npm", ["run", "--silent", script], {
    env: { ...process.env, NODE_ENV: "development", LOG_LEVEL: "error", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, url, () => said);
  return {
    url,
    startedInMs: Math.round(performance.now() - began),
    said: () => said,
    stop: async () => {
      const asked = performance.now();
      child.kill("SIGTERM");
      return { code: await exited, ms: performance.now() - asked };
    },
    kill: async () => {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      await exited;
    },
  };
};

/** The processes that were started for this folder and still run. */
export const processesOf = (folder: string): string[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
      return (command + read(`/proc/${pid}/environ`)).includes(folder) ? [`${pid} ${command.slice(0, 120)}`] : [];
    });

/** Processes that a pipe tells to end need a moment: those still there after it. */
export const leftOf = async (folder: string): Promise<string[]> => {
  const giveUpAt = performance.now() + 5_000;
  while (processesOf(folder).length > 0 && performance.now() < giveUpAt) await pause(50);
  return processesOf(folder);
};

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it ended meanwhile, or is not ours to read
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo; // it listens on TCP
      server.close(() => resolve(port));
    });
  });

const untilReady = async (child: ChildProcess, url: string, said: () => string): Promise<void> => {
  const giveUpAt = performance.now() + startLimitMs;
  for (;;) {
    const ready = await fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null || performance.now() > giveUpAt) throw new Error(`it did not start: ${said()}`);
    await pause(50);
  }
};
