import { mkdirSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { UnusableQueue } from "./queue-engine.ts";
import { socketPath } from "./socket-path.ts";

/**
 * Takes the queue's folder for this process, and makes it when it is not there: two engines on the same files would
 * damage them. The proof of holding is a socket that answers, because it dies with its process; a number in a file
 * would outlive it.
 * @returns how to let go
 * @throws UnusableQueue when another process holds it
 */
export const holdFolder = async (folder: string): Promise<() => Promise<void>> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = socketPath(folder, "queue.lock");
  if (await answers(path)) {
    throw new UnusableQueue(
      `Another process already holds the queue in ${folder}. Stop it, or give REDIS_URL to both: ` +
        "without it, the web server and the workers must be one process.",
    );
  }
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy()).unref();
  await new Promise<void>((listening, refused) => server.once("error", refused).listen(path, listening));
  return () => new Promise((closed) => server.close(() => closed()));
};

const answers = (path: string): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(path);
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
    socket.once("connect", () => socket.destroy());
  });
