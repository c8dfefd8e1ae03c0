import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type MailHouse, openMailHouse } from "#test/messages/mail-house.ts";
import { torment } from "./dispatch/torment.ts";
import { bundleWorker } from "./dispatch/worker-process.ts";

/** A few hundred in the suite; `npm run torture -- dispatch` asks for 10 000 mails and 150 deaths. */
const mails = Number(process.env.TORTURE_DISPATCHES ?? 240);
const kills = Number(process.env.TORTURE_DEATHS ?? 15);
const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1e9));
const patienceMs = 60_000 + kills * 6_000 + mails * 60;

let house: MailHouse;
let worker: Awaited<ReturnType<typeof bundleWorker>>;
beforeAll(async () => {
  [house, worker] = await Promise.all([
    openMailHouse(),
    bundleWorker(new URL("./dispatch/worker.ts", import.meta.url)),
  ]);
});
afterEach(() => {
  house.relay.received.length = 0;
});
afterAll(async () => {
  worker.remove();
  await house.close();
});

describe(`${mails} mails, a relay that fails in every way, ${kills} workers killed at every step (seed ${seed})`, () => {
  it(
    "lose none, double none of those sent at most once, and count each double of the others",
    async () => {
      const { wrong, figures, killed } = await torment(house, {
        program: worker.program,
        manner: "product",
        mails,
        kills,
        seed,
      });

      process.stdout.write(`dispatch: ${JSON.stringify({ ...figures, killed, seed })}\n`);
      expect(wrong).toEqual([]);
      expect(figures.mails).toBe(mails);
      expect(killed).toBeGreaterThan(kills / 2);
    },
    patienceMs,
  );
});

describe("the same torment", () => {
  const short = { mails: 240, kills: 2, seed: 7 };

  it("catches a worker that sends, then writes that it did", { timeout: 120_000 }, async () => {
    const { wrong } = await torment(house, { ...short, program: worker.program, manner: "sends-then-marks" });

    expect(wrong.some((sentence) => sentence.includes("sent at most once"))).toBe(true);
  });

  it("catches a worker that writes that it sent, then sends", { timeout: 120_000 }, async () => {
    const { wrong } = await torment(house, { ...short, program: worker.program, manner: "marks-then-sends" });

    expect(wrong).toContain("lost: said sent, never taken");
  });
});
