import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { log } from "#server/platform/log.ts";
import { lendEngine } from "#server/platform/search/lent/lend-engine.ts";
import { searchEngine } from "#server/platform/search/search.ts";
import { stopWord } from "./beside-words.ts";

const firstPauseMs = 500;
const longestPauseMs = 10_000;

/**
 * Starts the workers in a process of their own, and again whenever it ends: what it left behind is found by the queue
 * and by the sweeps. Pages come first where both want the processor. It ends with this process, however this one ends.
 */
export const startBeside = (): { readonly stop: () => Promise<void> } => {
  let stopping = false;
  let pauseMs = firstPauseMs;
  let child = begin();

  const watch = (watched: ChildProcess): void => {
    const startedAt = performance.now();
    watched.once("exit", (code, signal) => {
      if (stopping) return;
      pauseMs = performance.now() - startedAt > longestPauseMs ? firstPauseMs : Math.min(2 * pauseMs, longestPauseMs);
      log.error({ code, signal, againInMs: pauseMs }, "the workers stopped: started again");
      setTimeout(() => {
        if (stopping) return;
        child = begin();
        watch(child);
      }, pauseMs);
    });
  };
  watch(child);

  return {
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((exited) => child.once("exit", exited));
      if (child.connected) child.send(stopWord);
      await gone;
    },
  };
};

/** The web process keeps a large young generation for its pages; workers do without. */
const flags = process.execArgv.filter((flag) => !flag.startsWith("--max-semi-space-size"));

const begin = (): ChildProcess => {
  const child = fork(join(import.meta.dirname, "beside.ts"), { execArgv: flags, serialization: "advanced" });
  lendEngine(searchEngine(), {
    send: (message) => void (child.connected && child.send(message)),
    hear: (heard) => child.on("message", heard),
  });
  child.once("error", (error) => log.error({ err: error }, "the workers could not be started, or told"));
  letPagesPass(child);
  return child;
};

const letPagesPass = ({ pid }: ChildProcess): void => {
  try {
    if (pid) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    log.warn({ err: error }, "the workers keep the priority of pages");
  }
};
