import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Order } from "./orders.ts";

export type Worker = {
  /** How many mails it took up; -1 when it died on the way. */
  readonly work: (order: Order) => Promise<number>;
  /** SIGKILL, at once. */
  readonly kill: () => void;
  /** Lets it end by itself. */
  readonly leave: () => void;
};

/** Writes the worker's program as one file: hundreds of them start, and reading it whole takes a fifth of the time. */
export const bundleWorker = async (): Promise<{ readonly program: string; readonly remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-torment-"));
  const program = join(folder, "worker.cjs");
  const entryPoints = [fileURLToPath(new URL("./worker.ts", import.meta.url))];
  await build({ entryPoints, outfile: program, bundle: true, platform: "node", target: "node20", logLevel: "error" });
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** A worker in its own process, connected and waiting for its order. */
export const startWorker = async (program: string, words: readonly string[]): Promise<Worker> => {
  const child = fork(program, words, { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const said = <Message>(): Promise<Message | null> =>
    new Promise((heard) => {
      const done = (message: Message | null): void => {
        child.off("exit", gone).off("message", done);
        heard(message);
      };
      const gone = (): void => done(null);
      child.on("exit", gone).on("message", done);
    });
  if ((await said<{ ready: true }>()) === null) throw new Error("the worker did not start");
  return {
    work: async (order) => {
      const answer = said<{ done: number }>();
      child.send(order);
      return (await answer)?.done ?? -1;
    },
    kill: () => void child.kill("SIGKILL"),
    leave: () => void (child.connected && child.disconnect()),
  };
};
