import { fork } from "node:child_process";
import { once } from "node:events";
import mongoose from "mongoose";

export type OtherReader = {
  /** In milliseconds, how long the slowest of its questions waited since the last call. */
  readonly longestWait: () => Promise<number>;
  readonly stop: () => void;
};

/** Asks a store without pause from a process of its own: one that decodes what another question brings waits for itself. */
export const startOtherReader = async (url: string): Promise<OtherReader> => {
  const reader = fork(import.meta.filename, [url], { execArgv: ["--import", "tsx"] });
  await once(reader, "message");
  return {
    longestWait: async () => {
      const told = once(reader, "message");
      reader.send("tell");
      return Number((await told)[0]);
    },
    stop: () => reader.disconnect(),
  };
};

const readOn = async (url: string): Promise<void> => {
  const connection = await mongoose.createConnection(url).asPromise();
  let longest = 0;
  process.on("message", () => {
    process.send?.(Math.round(longest));
    longest = 0;
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.("ready");
  for (;;) {
    const sent = performance.now();
    await connection.db?.command({ ping: 1 });
    longest = Math.max(longest, performance.now() - sent);
  }
};

if (process.argv[1] === import.meta.filename) await readOn(process.argv[2] ?? "");
