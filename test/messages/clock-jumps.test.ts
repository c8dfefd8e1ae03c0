import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { aMail, inSeconds, type MailHouse, openMailHouse } from "./mail-house.ts";
import type { Moment } from "./scripted-relay.ts";

let house: MailHouse;
beforeAll(async () => {
  house = await openMailHouse();
});
afterAll(() => house.close());
afterEach(async () => {
  setClock();
  house.relay.onMoment(() => undefined);
  house.relay.received.length = 0;
  await DispatchModel.deleteMany({});
});

const hour = 3_600;

const sweepAt = async (seconds: number): Promise<void> => {
  setClock(inSeconds(seconds));
  await performSweepDispatches();
  await house.queue.drain();
};

/** The clock is set, and the minute's sweep comes, at this moment of the exchange with the relay. */
const jumpAt = (moment: Moment, seconds: number): (() => Promise<void>) => {
  let swept: Promise<void> | null = null;
  house.relay.onMoment((heard) => {
    if (heard !== moment || swept !== null) return;
    setClock(inSeconds(seconds));
    swept = performSweepDispatches();
  });
  return async () => void (await swept);
};

describe("when the machine's clock is set", () => {
  const moments: Moment[] = ["CONNECT", "RCPT", "DATA", "TEXT", "DOT"];
  const jumps = [3 * hour, -2 * hour];

  it.each(moments.flatMap((moment) => jumps.map((seconds) => [moment, seconds] as const)))(
    "at %s, by %i seconds, a digest arrives, once",
    async (moment, seconds) => {
      const swept = jumpAt(moment, seconds);
      await dispatchMail(aMail({ kind: "alert-digest" }));
      await house.queue.drain();
      await swept();
      for (const later of [60, 200, 3 * hour + 200, 6 * hour, 12 * hour]) await sweepAt(seconds + later);

      const row = await DispatchModel.findOne({}).lean();
      expect(house.relay.received).toHaveLength(1);
      expect(row).toMatchObject({ state: "sent", doubts: 0 });
    },
  );

  it("back two hours just after a code was asked, the code leaves with the next sweep, not two hours later", async () => {
    useQueue(null); // the job itself is lost too
    await dispatchMail(aMail({ kind: "sign-in-code" }));
    useQueue(house.queue);

    await sweepAt(-2 * hour);

    expect(house.relay.received).toHaveLength(1);
    expect(await DispatchModel.findOne({}).lean()).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("back two hours, a mail that the relay refused for now keeps its pause, and leaves in the end", async () => {
    house.relay.play({ RCPT: { reply: "450 busy" } });
    await dispatchMail(aMail());
    await house.queue.drain();
    house.relay.play({});

    await sweepAt(-2 * hour);
    const early = house.relay.received.length;
    await sweepAt(120);

    expect([early, house.relay.received.length]).toEqual([0, 1]);
  });
});
