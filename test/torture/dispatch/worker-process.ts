import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Order } from "./orders.ts";

export type Worker<Given = Order> = {
  /** How many mails it took up; -1 when it died on the way. */
  readonly work: (order: Given) => Promise<number>;
  /** SIGKILL, at once. */
  readonly kill: () => void;
  /** Lets it end by itself. */
  readonly leave: () => void;
};

/** Writes the worker's program as one file: hundreds of them start, and reading it whole takes a fifth of the time. */
export const bundleWorker = async (entry: URL): Promise<{ readonly program: string; readonly remove: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-torment-"));
  const program = join(folder, "worker.cjs");
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile: program,
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "error",
    define: { "import.meta.url": JSON.stringify(import.meta.url) }, // only who finds packages from it needs it
  });
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** A worker in its own process, connected and waiting for its order. */
export const startWorker = async <Given = Order>(program: string, words: readonly string[]): Promise<Worker<Given>> => {
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
      child.send(order as object); // an order crosses processes
      return (await answer)?.done ?? -1;
    },
    kill: () => void child.kill("SIGKILL"),
    leave: () => void (child.connected && child.disconnect()),
  };
};
