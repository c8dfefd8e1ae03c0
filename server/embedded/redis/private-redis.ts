import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import { log } from "#server/platform/log.ts";
import { socketPath } from "#server/platform/queue/socket-path.ts";

export type PrivateRedis = { readonly socket: string; readonly stop: () => Promise<void> };

const restartAfterMs = 500;
const startLimitMs = 20_000;

/** Whether a redis-server that runs is on PATH. */
export const hasRedisServer = async (): Promise<boolean> =>
  promisify(execFile)("redis-server", ["--version"], { timeout: 3_000 }).then(
    () => true,
    () => false,
  );

const filesIn = (folder: string): string => resolve(folder, "redis");

/** The socket of the redis-server that is started for a folder. */
export const privateRedisIn = (folder: string): string => socketPath(filesIn(folder), "redis.sock");

/**
 * Starts a redis-server for this site alone: on a socket in the folder, closed to others, its jobs appended to a file
 * each second. It ends with this process, however this one ends, and is started again when it dies. The folder is
 * held by this process: a redis-server that still answers there belongs to one that was killed.
 */
export const startPrivateRedis = async (folder: string): Promise<PrivateRedis> => {
  const files = filesIn(folder);
  mkdirSync(files, { recursive: true, mode: 0o700 });
  const socket = privateRedisIn(folder);
  await endLeftover(socket);

  let stopping = false;
  let child = spawnRedis(files, socket);
  const watch = (watched: ChildProcess): void => {
    watched.once("exit", (code) => {
      if (stopping) return;
      log.error({ code }, "the private redis-server stopped: started again");
      setTimeout(() => {
        if (stopping) return;
        child = spawnRedis(files, socket);
        watch(child);
      }, restartAfterMs);
    });
  };
  watch(child);
  await until(() => answers(socket), "the private redis-server does not answer");

  return {
    socket,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null) return;
      const gone = new Promise((exited) => child.once("exit", exited));
      child.stdin?.end();
      await gone;
    },
  };
};

/** The shell holds our pipe: when this process ends, even killed, the pipe closes and redis-server is ended. */
const endedWithUs = `exec 3<&0
redis-server "$@" <&- &
redis=$!
( read -r _ <&3; kill $redis ) &
reader=$!
wait $redis
code=$?
kill $reader 2>/dev/null
exit $code`;

const spawnRedis = (files: string, socket: string): ChildProcess => {
  const settings = {
    port: "0",
    unixsocket: socket,
    unixsocketperm: "700",
    dir: files,
    appendonly: "yes",
    appendfsync: "everysec",
    save: "",
    "maxmemory-policy": "noeviction",
    daemonize: "no",
    logfile: resolve(files, "redis.log"),
    loglevel: "warning",
  };
  const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  // detached: Ctrl-C must not end it before the workers have put back what they hold
  return spawn("sh", ["-c", endedWithUs, "sh", ...words], { stdio: ["pipe", "ignore", "ignore"], detached: true });
};

/** Waits for its last words on the disk; a second one beside it would read a file without them. */
const endLeftover = async (socket: string): Promise<void> => {
  await ask(socket, (client) => client.shutdown());
  await until(async () => !(await answers(socket)), "a redis-server left behind does not stop");
};

const until = async (met: () => Promise<boolean>, otherwise: string): Promise<void> => {
  const giveUpAt = performance.now() + startLimitMs;
  while (!(await met())) {
    if (performance.now() > giveUpAt) throw new Error(otherwise);
    await new Promise((later) => setTimeout(later, 25));
  }
};

const answers = (socket: string): Promise<boolean> => ask(socket, (client) => client.ping());

/** Whether a redis-server was there and took the question. */
const ask = async (socket: string, question: (client: Redis) => Promise<unknown>): Promise<boolean> => {
  const client = new Redis({ path: socket, lazyConnect: true, retryStrategy: () => null, connectTimeout: 1_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await question(client);
    return true;
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
};
