import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enqueue, useQueue } from "#server/platform/enqueue.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { queueState } from "#server/platform/queue/inspect.ts";
import { aFolder, aJob, engineKinds, openEngine, removeFolder, workOf } from "#test/support/queue-engines.ts";
import { runWork } from "#workers/run.ts";

const patience = { timeout: 15_000, interval: 50 };

describe.each(engineKinds)("a process killed in the middle of a job, on %s", (kind) => {
  let folder = "";
  beforeEach(() => {
    setLogLevel("silent");
    folder = aFolder();
  });
  afterEach(() => {
    useQueue(null);
    removeFolder(folder);
  });

  it("leaves the job to the next one, which does it again", async () => {
    const first = await openEngine(kind, folder);
    useQueue(first);
    await enqueue(aJob(), { id: "interrupted" });
    await first.close();
    const doomed = startHanging(kind, folder);
    await vi.waitFor(() => expect(doomed.said()).toContain("begun interrupted"), patience);
    await pause(1_100); // appendfsync everysec: what Redis did is on the disk after a second

    doomed.child.kill("SIGKILL");
    await doomed.gone;
    const second = await vi.waitFor(() => openEngine(kind, folder), patience);
    useQueue(second);
    const perform = vi.fn(async () => undefined);
    const work = await runWork([workOf(aJob(), perform)]);

    await vi.waitFor(() => expect(perform).toHaveBeenCalledWith({ id: "interrupted" }), patience);
    await work.stop();
    await expect(queueState()).resolves.toMatchObject({ failed: [] });
    await second.close();
  }, 40_000);
});

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));

type Hanging = { readonly child: ChildProcess; readonly said: () => string; readonly gone: Promise<unknown> };

const startHanging = (kind: string, folder: string): Hanging => {
  const script = join(import.meta.dirname, "..", "support", "hanging-worker.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, kind, folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  return { child, said: () => said, gone: new Promise((exited) => child.once("exit", exited)) };
};
