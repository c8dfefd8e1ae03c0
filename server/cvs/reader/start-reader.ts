import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { readerProgram } from "./reader-program.ts";

/** A process that reads one file and ends. */
export type Reader = {
  readonly pid: number;
  /** What it wrote before it ended, however it ended. */
  readonly answer: Promise<string>;
  readonly give: (file: { name: string; bytes: Uint8Array }) => void;
  readonly kill: () => void;
};

/** Letters of an answer: the longest text, its places, and room. */
const longestAnswer = 4 * 1024 * 1024;
const ready = "ready\n";

/**
 * Starts a reader. It gets no environment (the house's secrets are there), may open no file, start no process, leave
 * no memory on disk, and dies of too much memory or of its own processor time even if its parent is gone.
 */
export const startReader = async (): Promise<Reader> => {
  const program = await readerProgram();
  const child = spawn("/bin/sh", ["-c", limits, process.execPath, ...flags, "-"], {
    env: {},
    stdio: ["pipe", "pipe", "ignore", "pipe"],
  });
  await once(child, "spawn");
  const [programPipe, answerPipe, , filePipe] = child.stdio as unknown as [Writable, Readable, null, Writable]; // as asked
  for (const pipe of [programPipe, filePipe]) pipe.on("error", () => undefined); // it died first: its answer tells
  programPipe.end(program);
  doNotHold(child, [answerPipe, filePipe]);
  return {
    pid: child.pid ?? 0,
    answer: answerOf(child, answerPipe),
    give: ({ name, bytes }) => {
      filePipe.write(`${JSON.stringify({ name })}\n`);
      filePipe.end(bytes);
    },
    kill: () => void child.kill("SIGKILL"),
  };
};

// No core file; seconds of processor; kilobytes of address space. A shell that lacks one of them goes on without it.
const limits = 'for l in "-c 0" "-t 10" "-v 4000000"; do ulimit $l 2>/dev/null; done; exec "$0" "$@"';

const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";
const flags = ["--max-old-space-size=192", "--no-warnings", permission, "--input-type=commonjs"];

const answerOf = async (child: ChildProcess, pipe: Readable): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  pipe.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > longestAnswer) child.kill("SIGKILL");
    else chunks.push(chunk);
  });
  await once(child, "close");
  return Buffer.concat(chunks).toString("utf8").replace(ready, "");
};

/** A reader that waits keeps no process from ending: its pipe then closes, and it leaves too. */
const doNotHold = (child: ChildProcess, pipes: readonly (Readable | Writable)[]): void => {
  child.unref();
  for (const pipe of pipes) if ("unref" in pipe && typeof pipe.unref === "function") pipe.unref();
};
