import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bundleStore } from "./bundle-store.ts";

export type StartOptions = {
  folder: string;
  log?: (line: string) => void;
  /** False: TTL indexes remove nothing, for tests whose clock is not the machine's. */
  expires?: boolean;
};

export type RunningStore = {
  /** `mongodb://…/elan?…`: the name of the database may be replaced, one store holds many. */
  url: string;
  /** Of the process serving now: another one after a restart. */
  readonly pid: number;
  stop: () => Promise<void>;
  /** Ends it at once (SIGKILL) and for good, as a power cut would. */
  kill: () => Promise<void>;
  /** Resolves when the store is gone for good, with its exit code. */
  exited: Promise<number | null>;
};

/** How long a store that opens its files may say nothing: reading them all may take much longer. */
const longestSilence = 20_000;
/** Between tries of a store that served and fell; and, at most, of one that does not even start. */
const servedPause = 200;
const longestPause = 5_000;

/**
 * Starts the store in its own process and keeps it alive: if it dies, it starts again on the same socket.
 * @throws with what the store said, when it does not start (the folder is in use, or of another version)
 */
export const startStore = async ({
  folder,
  log = () => undefined,
  expires = true,
}: StartOptions): Promise<RunningStore> => {
  const home = resolve(folder);
  const socketPath = socketFor(home);
  let leave: (code: number | null) => void = () => undefined;
  const exited = new Promise<number | null>((gone) => {
    leave = gone;
  });
  let wanted = true;
  let pause = 50;
  const command = [await bundleStore(home), home, socketPath, ...(expires ? [] : ["keep"])];
  let child = await launch(command, log);

  const supervise = (watched: ChildProcess): void => {
    watched.once("exit", (code) => {
      if (!wanted) return leave(code);
      log(`the store ended unexpectedly (${code ?? "killed"}); it starts again in ${pause} ms`);
      setTimeout(() => void restart(), pause);
      pause = Math.min(pause * 1.5, servedPause);
    });
  };
  const restart = async (): Promise<void> => {
    if (!wanted) return leave(null);
    try {
      child = await launch(command, log);
      supervise(child);
      if (!wanted) child.kill("SIGTERM");
      setTimeout(() => {
        pause = 50;
      }, longestPause).unref();
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      setTimeout(() => void restart(), pause);
      pause = Math.min(pause * 2, longestPause);
    }
  };
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    wanted = false;
    child.kill(signal);
    await exited;
  };
  supervise(child);

  return {
    url: urlOf(socketPath),
    get pid() {
      return child.pid ?? 0;
    },
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    exited,
  };
};

/** The address of the store that another process already serves from a folder; null when none answers. */
export const runningStore = async (folder: string): Promise<string | null> => {
  const socketPath = socketFor(resolve(folder));
  const answers = await new Promise<boolean>((answer) => {
    const socket = connect(socketPath, () => answer(true)).on("error", () => answer(false));
    socket.once("connect", () => socket.end());
  });
  return answers ? urlOf(socketPath) : null;
};

/** The address of the store that serves a folder, whether it runs yet or not. */
export const storeUrlIn = (folder: string): string => urlOf(socketFor(resolve(folder)));

const urlOf = (socketPath: string): string => `mongodb://${encodeURIComponent(socketPath)}/elan?directConnection=true`;

const longestSocketPath = 107;

/** A unix socket's path may not exceed 107 bytes: a long folder's socket lives in the system's folder. */
const socketFor = (home: string): string => {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const near = join(home, "store.sock");
  if (Buffer.byteLength(near) <= longestSocketPath) return near;
  return join(tmpdir(), `elan-${createHash("sha256").update(home).digest("hex").slice(0, 16)}.sock`);
};

/**
 * A store's process, once it listens.
 * @param patience in milliseconds, how long it may say nothing before it is taken for dead
 */
export const launch = (
  command: readonly string[],
  log: (line: string) => void,
  patience: number = longestSilence,
): Promise<ChildProcess> =>
  new Promise((started, failed) => {
    const child = spawn(process.execPath, command, {
      stdio: ["pipe", "pipe", "pipe"],
      env: {},
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
      log(chunk.toString().trimEnd());
    });
    const giveUp = (): void => {
      said += `it said nothing for ${patience / 1_000} seconds`;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(giveUp, patience);
    child.stdout.on("data", (chunk: Buffer) => {
      clearTimeout(timer);
      if (chunk.includes("listening")) {
        child.stdout.removeAllListeners("data").resume();
        child.removeAllListeners("exit");
        started(child);
      } else timer = setTimeout(giveUp, patience);
    });
    child.once("error", failed);
    child.once("exit", (code) => {
      clearTimeout(timer);
      failed(new Error(`the store did not start: ${said.trim() || `exit code ${code ?? "none"}`}`));
    });
  });
