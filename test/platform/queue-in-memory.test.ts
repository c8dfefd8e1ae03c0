import { afterEach, describe, expect, it, vi } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { enqueue, useQueue } from "#server/platform/enqueue.ts";
import { memoryQueue } from "#test/support/queue.ts";
import { aJob, workOf } from "#test/support/queue-engines.ts";

afterEach(() => {
  useQueue(null);
  setClock();
});

const given = (perform: () => Promise<void>) => {
  const queue = memoryQueue([workOf(aJob(), perform)]);
  useQueue(queue);
  return queue;
};

describe("the queue of tests", () => {
  it("keeps one job per key until it is drained", async () => {
    const perform = vi.fn(async () => undefined);
    const queue = given(perform);

    for (const id of ["a", "a", "b"]) await enqueue(aJob(), { id });
    expect(queue.jobs).toHaveLength(2);
    await queue.drain();

    expect(perform.mock.calls).toEqual([[{ id: "a" }], [{ id: "b" }]]);
    expect(queue.jobs).toEqual([]);
  });

  it("keeps a delayed job until its time", async () => {
    setClock(new Date("2026-11-22T10:00:00Z"));
    const perform = vi.fn(async () => undefined);
    const queue = given(perform);
    await enqueue(aJob(), { id: "a" }, { delayMs: 60_000 });

    await queue.drain();
    expect(perform).not.toHaveBeenCalled();
    setClock(new Date("2026-11-22T10:01:00Z"));
    await queue.drain();

    expect(perform).toHaveBeenCalledTimes(1);
  });

  it("throws what a performer throws", async () => {
    const queue = given(async () => {
      throw new Error("broken");
    });
    await enqueue(aJob(), { id: "a" });

    await expect(queue.drain()).rejects.toThrow("broken");
  });
});
