import { log } from "./platform/log.ts";

/** Closes on the first SIGTERM or SIGINT and leaves; a second signal, or ten seconds, leaves at once. */
export const untilStopped = (close: () => Promise<void>): void => {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 9_500).unref();
    await close().catch((error) => log.error({ err: error }, "while stopping"));
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
};

/** Starts, or says in one sentence why not. */
export const start = (begin: () => Promise<void>): void => {
  begin().catch((error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
};
