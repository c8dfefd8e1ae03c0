import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLogLevel } from "#server/platform/log.ts";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import { onSignal, sendSignal, useSignals } from "#server/platform/signals.ts";
import { aFolder, engineKinds, openEngine, removeFolder } from "#test/support/queue-engines.ts";

beforeEach(() => setLogLevel("silent"));
afterEach(() => useSignals(null));

describe("a signal in one process", () => {
  it("reaches who listens, with its ids and its time, until they stop", () => {
    const heard = vi.fn();
    const stop = onSignal(heard);

    sendSignal("staff", "strong-match", { offerId: "1" });
    stop();
    sendSignal("staff", "strong-match", { offerId: "2" });

    expect(heard.mock.calls).toEqual([
      [{ room: "staff", name: "strong-match", ids: { offerId: "1" }, at: expect.stringMatching(/Z$/) }],
    ]);
  });

  it("reaches the others when one listener fails", () => {
    const heard = vi.fn();
    const stops = [onSignal(fail), onSignal(heard)];

    sendSignal("staff", "strong-match");

    expect(heard).toHaveBeenCalledTimes(1);
    for (const stop of stops) stop();
  });

  it("is not sent to a room that does not exist", () => {
    const heard = vi.fn();
    const stop = onSignal(heard);

    sendSignal("everyone", "strong-match");

    expect(heard).not.toHaveBeenCalled();
    stop();
  });
});

describe.skipIf(!engineKinds.includes("redis"))("a signal through Redis", () => {
  it("reaches the other processes, and this one once", async () => {
    const folder = aFolder();
    const here = await openEngine("redis", folder);
    const elsewhere = await openQueue({ redisUrl: join(folder, "redis", "redis.sock"), folder: "" });
    const heardHere = vi.fn();
    const heardElsewhere = vi.fn();
    const stop = onSignal(heardHere);
    await useSignals(here.signals);
    await elsewhere.signals?.listen(heardElsewhere);

    await vi.waitFor(() => {
      sendSignal("staff", "positioning-changed", { id: "7" });
      expect(heardElsewhere).toHaveBeenCalled();
    });
    await vi.waitFor(() => expect(heardHere.mock.calls.length).toBe(heardElsewhere.mock.calls.length));

    expect(JSON.parse(heardElsewhere.mock.calls[0]?.[0])).toMatchObject({
      name: "positioning-changed",
      ids: { id: "7" },
    });
    stop();
    await elsewhere.close();
    await here.close();
    removeFolder(folder);
  });

  it("is heard in this process at least when Redis is gone", async () => {
    const heard = vi.fn();
    const stop = onSignal(heard);
    await useSignals({ publish: async () => fail(), listen: async () => undefined });

    sendSignal("staff", "strong-match");

    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    stop();
  });
});

const fail = (): never => {
  throw new Error("broken");
};
