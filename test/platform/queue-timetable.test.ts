import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { useQueue } from "#server/platform/enqueue.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { queueState, runNow } from "#server/platform/queue/inspect.ts";
import type { QueueEngine } from "#server/platform/queue/queue-engine.ts";
import { timeZone } from "#shared/kernel/calendar.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { aFolder, aRecurrentJob, engineKinds, openEngine, removeFolder } from "#test/support/queue-engines.ts";
import { runWork } from "#workers/run.ts";

describe.each(engineKinds)("the timetable on %s", (kind) => {
  const folder = aFolder();
  let engine: QueueEngine;
  beforeAll(async () => {
    setLogLevel("silent");
    engine = await openEngine(kind, folder);
    useQueue(engine);
  }, 120_000); // PGlite makes its files first
  afterEach(async () => {
    vi.useRealTimers();
    await (await runWork([])).stop(); // nothing is left on the timetable
  });
  afterAll(async () => {
    useQueue(null);
    await engine.close();
    removeFolder(folder);
  });

  it("keeps one line per job, however many processes bring it, and says when it comes next in Paris", async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => runWork([daily("07:00 alerts", "0 7 * * *")])));

    const { recurrences, queues } = await queueState();

    expect(recurrences).toMatchObject([{ name: "daily", when: "0 7 * * *", why: "07:00 alerts" }]);
    expect(queues.find((queue) => queue.name === "routine")).toMatchObject({ delayed: 1 });
    expect(hourInParis(recurrences[0]?.next)).toBe("07:00");
    await Promise.all(four.map((work) => work.stop()));
  });

  it("follows a change of hour and forgets a line taken away", async () => {
    const first = await runWork([daily("before", "0 7 * * *")]);
    await first.stop();

    const second = await runWork([daily("after", "30 8 * * *")]);
    const changed = (await queueState()).recurrences;
    await second.stop();
    const third = await runWork([]);
    const emptied = (await queueState()).recurrences;
    await third.stop();

    expect(changed).toMatchObject([{ when: "30 8 * * *", why: "after" }]);
    expect(hourInParis(changed[0]?.next)).toBe("08:30");
    expect(emptied).toEqual([]);
  });

  it("wakes its job at its hour", async () => {
    const perform = vi.fn(async () => undefined);
    const work = await runWork([daily("each second", "* * * * * *", perform)]);

    await vi.waitFor(() => expect(perform).toHaveBeenCalledWith({}), { timeout: 5_000 });
    await work.stop();
  });

  it("runs a job now when asked, and only a job it has", async () => {
    const perform = vi.fn(async () => undefined);
    const work = await runWork([daily("07:00", "0 7 * * *", perform)]);

    await expect(runNow("daily")).resolves.toBe(true);
    await expect(runNow("unknown")).resolves.toBe(false);

    await vi.waitFor(() => expect(perform).toHaveBeenCalledTimes(1), { timeout: 5_000 });
    await work.stop();
  });

  const nextOf = async (work: Work): Promise<string | undefined> => {
    const running = await runWork([work]);
    const [kept] = (await queueState()).recurrences;
    await running.stop();
    return kept?.next?.toISOString();
  };

  it("keeps the hour of Paris on the night summer time begins, and on the night it ends", async () => {
    itIs("2027-03-27T12:00:00Z");
    expect(await nextOf(daily("07:00", "0 7 * * *"))).toBe("2027-03-28T05:00:00.000Z");
    await (await runWork([])).stop();

    itIs("2027-10-30T12:00:00Z");
    expect(await nextOf(daily("07:00", "0 7 * * *"))).toBe("2027-10-31T06:00:00.000Z");
  });

  it("wakes its job once for four processes that all watch it", async () => {
    const ticks: number[] = [];
    const tick = async (): Promise<void> => void ticks.push(Math.floor(Date.now() / 1_000));
    const four = await Promise.all([1, 2, 3, 4].map(() => runWork([daily("each second", "* * * * * *", tick)])));

    await vi.waitFor(() => expect(ticks.length).toBeGreaterThan(2), { timeout: 8_000 });
    await Promise.all(four.map((work) => work.stop()));

    const [first = 0] = ticks;
    expect(ticks.length).toBeLessThanOrEqual((ticks.at(-1) ?? 0) - first + 2); // one a second, one of them late
  });

  it("goes on within a minute when the machine's clock goes back two hours", async () => {
    const perform = vi.fn(async () => undefined);
    itIs("2027-05-03T08:00:30Z");
    await (await runWork([daily("each minute", "* * * * *")])).stop();

    itIs("2027-05-03T06:00:30Z");
    const back = await runWork([daily("each minute", "* * * * *", perform)]);
    const { recurrences, queues } = await queueState();
    await back.stop();
    itIs("2027-05-03T06:01:01Z");
    const later = await runWork([daily("each minute", "* * * * *", perform)]);
    await vi.waitFor(() => expect(perform).toHaveBeenCalled(), { timeout: 8_000 });
    await later.stop();

    expect(recurrences[0]?.next?.toISOString()).toBe("2027-05-03T06:01:00.000Z");
    expect(queues.find((queue) => queue.name === "routine")).toMatchObject({ delayed: 1 });
    expect(perform).toHaveBeenCalledTimes(1);
  });

  it("leaves alone a line whose tick is as far as it can be", async () => {
    for (const [when, next] of [
      ["0 7 * * *", "2027-10-31T06:00:00.000Z"], // the longest day
      ["20 * * * *", "2027-10-30T06:20:00.000Z"],
      ["0 4 * * 0", "2027-10-31T03:00:00.000Z"],
    ] as const) {
      itIs("2027-10-30T05:20:01Z");
      await (await runWork([daily("as far", when)])).stop();
      itIs("2027-10-30T05:18:30Z"); // a neighbour's clock, a little behind
      expect(await nextOf(daily("as far", when))).toBe(next);
      await (await runWork([])).stop();
    }
  });

  it("missed for three days, wakes its job once, then at its hour", async () => {
    itIs("2027-05-03T04:00:00Z");
    await (await runWork([daily("07:00", "0 7 * * *")])).stop();
    const perform = vi.fn(async () => undefined);

    itIs("2027-05-06T12:00:00Z");
    const back = await runWork([daily("07:00", "0 7 * * *", perform)]);
    await vi.waitFor(() => expect(perform).toHaveBeenCalled(), { timeout: 8_000 });
    await new Promise((later) => setTimeout(later, 300));
    const [kept] = (await queueState()).recurrences;
    await back.stop();

    expect(perform).toHaveBeenCalledTimes(1);
    expect(kept?.next?.toISOString()).toBe("2027-05-07T05:00:00.000Z");
  });
});

/** Only the date is the test's: the engine's own waiting goes on. */
const itIs = (instant: string): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
};

const daily = (why: string, when: string, perform: () => Promise<void> = async () => undefined): Work => ({
  performers: [performer(aRecurrentJob("daily"), perform)],
  recurrences: [{ why, when, job: aRecurrentJob("daily") }],
});

const hourInParis = (instant: Date | null | undefined): string =>
  new Intl.DateTimeFormat("fr-FR", { timeZone, hour: "2-digit", minute: "2-digit" }).format(instant ?? undefined);
