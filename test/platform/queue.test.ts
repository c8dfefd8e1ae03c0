import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { enqueue, useQueue } from "#server/platform/enqueue.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { queueState, retryFailed } from "#server/platform/queue/inspect.ts";
import type { QueueEngine } from "#server/platform/queue/queue-engine.ts";
import type { Work } from "#shared/kernel/job.ts";
import { aFolder, aJob, engineKinds, openEngine, removeFolder, workOf } from "#test/support/queue-engines.ts";
import { runWork } from "#workers/run.ts";

const soon = { timeout: 8_000, interval: 20 };

describe.each(engineKinds)("the queue on %s", (kind) => {
  const folder = aFolder();
  let engine: QueueEngine;
  let stop: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    setLogLevel("silent");
    engine = await openEngine(kind, folder);
    useQueue(engine);
  }, 120_000); // PGlite makes its files first
  afterEach(() => stop());
  afterAll(async () => {
    useQueue(null);
    await engine.close();
    removeFolder(folder);
  });

  const running = async (...works: Work[]): Promise<void> => {
    const work = await runWork(works);
    stop = work.stop;
  };

  it("performs what is asked, with its data", async () => {
    const perform = vi.fn(async () => undefined);
    await running(workOf(aJob(), perform));

    await enqueue(aJob(), { id: "a" });

    await vi.waitFor(() => expect(perform).toHaveBeenCalledWith({ id: "a" }), soon);
  });

  it("waits for the delay that was asked", async () => {
    const askedAt = performance.now();
    const perform = vi.fn(async () => undefined);
    await running(workOf(aJob(), perform));

    await enqueue(aJob(), { id: "later" }, { delayMs: 400 });

    await vi.waitFor(() => expect(perform).toHaveBeenCalledTimes(1), soon);
    expect(performance.now() - askedAt).toBeGreaterThanOrEqual(395);
  });

  it("performs once what is asked several times while it waits", async () => {
    const perform = vi.fn(async () => undefined);
    for (const id of ["twin", "twin", "twin", "other"]) await enqueue(aJob(), { id });

    await running(workOf(aJob(), perform));

    await vi.waitFor(() => expect(perform).toHaveBeenCalledTimes(2), soon);
    await expect(countsOf("mail")).resolves.toMatchObject({ waiting: 0 });
  });

  it("performs once more what is asked while it runs", async () => {
    const gate = aGate();
    const perform = vi.fn(() => gate.opened);
    await running(workOf(aJob(), perform));
    await enqueue(aJob(), { id: "busy" });
    await vi.waitFor(() => expect(perform).toHaveBeenCalledTimes(1), soon);

    await enqueue(aJob(), { id: "busy" });
    await enqueue(aJob(), { id: "busy" });
    gate.open();

    await vi.waitFor(() => expect(perform).toHaveBeenCalledTimes(2), soon);
    await pause(200);
    expect(perform).toHaveBeenCalledTimes(2);
  });

  it("tries again a job that fails, each time later", async () => {
    const at: number[] = [];
    const perform = vi.fn(async () => {
      at.push(performance.now());
      if (at.length < 3) throw new Error("not yet");
    });
    await running(workOf(aJob(), perform));

    await enqueue(aJob(), { id: "stubborn" });

    await vi.waitFor(() => expect(perform).toHaveBeenCalledTimes(3), soon);
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThan(20);
    expect(third - second).toBeGreaterThan(40);
  });

  it("shows a poison job in the list of failed jobs, without what a person typed, and plays it again", async () => {
    let cured = false;
    const perform = vi.fn(async () => {
      if (!cured) throw new Error('550 <jeanne.durand@exemple.fr> said "Bonjour Jeanne"');
    });
    await running(workOf(aJob({ name: "poison", attempts: 2 }), perform));
    await enqueue(aJob({ name: "poison", attempts: 2 }), { id: "p" });
    const failed = await vi.waitUntil(
      async () => (await queueState()).failed.find((one) => one.name === "poison"),
      soon,
    );

    expect(failed).toMatchObject({ queue: "mail", attempts: 2, error: 'Error: 550 <…@…> said "…"' });
    cured = true;
    await expect(retryFailed("mail", failed.id)).resolves.toBe(true);

    await vi.waitFor(() => expect(perform).toHaveBeenCalledTimes(3), soon);
    await vi.waitFor(async () => expect((await queueState()).failed).toEqual([]), soon);
    await expect(retryFailed("mail", failed.id)).resolves.toBe(false);
  });

  it("fails at once a job that nobody performs", async () => {
    await running();

    await enqueue(aJob({ name: "orphan", attempts: 5 }), { id: "o" });

    const failed = await vi.waitUntil(
      async () => (await queueState()).failed.find((one) => one.name === "orphan"),
      soon,
    );
    expect(failed).toMatchObject({ attempts: 1, error: "nobody performs orphan" });
  });

  it("lets the running job finish when it stops, and leaves the next for later", async () => {
    const gate = aGate();
    const done: string[] = [];
    const slow = aJob({ queue: "matching" });
    await running(workOf(slow, async ({ id }) => gate.opened.then(() => void done.push(id))));
    for (const id of ["1", "2", "3"]) await enqueue(slow, { id });
    await vi.waitFor(async () => expect(await countsOf("matching")).toMatchObject({ active: 2, waiting: 1 }), soon);

    const stopped = stop();
    stop = async () => undefined;
    gate.open();
    await stopped;

    expect(done.sort()).toEqual(["1", "2"]);
    await expect(countsOf("matching")).resolves.toMatchObject({ active: 0, waiting: 1 });
  });

  it("stops though a job never ends: the next process finds it stalled", async () => {
    const begun = vi.fn(() => new Promise<void>(() => undefined));
    const endless = await engine.work("search", 1, begun);
    await enqueue(aJob({ name: "stuck", queue: "search" }), { id: "s" });
    await vi.waitFor(() => expect(begun).toHaveBeenCalledTimes(1), soon);

    await endless.close(100);

    await expect(countsOf("search")).resolves.toMatchObject({ active: 1 });
  });
});

const countsOf = async (name: string) => (await queueState()).queues.find((queue) => queue.name === name);

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));

const aGate = (): { readonly opened: Promise<void>; readonly open: () => void } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
};
