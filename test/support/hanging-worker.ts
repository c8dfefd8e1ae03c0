import { useQueue } from "#server/platform/enqueue.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { runWork } from "#workers/run.ts";
import { aJob, openEngine, workOf } from "./queue-engines.ts";

/** A process to be killed in the middle of a job: `hanging-worker.ts <engine> <folder>`; it prints when it has begun. */
const [kind, folder = ""] = process.argv.slice(2);

setLogLevel("silent");
useQueue(await openEngine(kind === "redis" ? "redis" : "pglite", folder));
await runWork([
  workOf(aJob(), async ({ id }) => {
    process.stdout.write(`begun ${id}\n`);
    await new Promise(() => undefined);
  }),
]);
process.stdout.write("ready\n");
process.stdin.on("data", () => undefined); // stays until killed
