import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { queueState } from "#server/platform/queue/inspect.ts";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import type { QueueEngine } from "#server/platform/queue/queue-engine.ts";
import type { Work } from "#shared/kernel/job.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { engineKinds, quickPace } from "#test/support/queue-engines.ts";
import { freePort, type RedisServer, startRedis } from "#test/support/redis-server.ts";
import { runWork, wholeWork } from "#workers/run.ts";
import { works } from "#workers/works.ts";
import { type Answer, answersOf, type Day, everyFault, givenDay } from "./cast.ts";
import { type FaultyLine, startFaultyLine } from "./faulty-line.ts";

let line: FaultyLine;
let redis: RedisServer;
let house: House;
let engine: QueueEngine;
let stopWork: () => Promise<void>;
let port: number;

/** A sweep each minute is too long for a test: each second. The timetable comes back within two seconds, not fifteen. */
const quickWorks = (): readonly Work[] =>
  works.map((work) => ({
    ...work,
    recurrences: work.recurrences.map((each) => (each.when === "* * * * *" ? { ...each, when: "* * * * * *" } : each)),
  }));

type Cell = {
  readonly what: string;
  readonly begin: () => Promise<unknown>;
  readonly end: () => Promise<unknown>;
  /** By the clock of the product, from the fault to the return. */
  readonly laterMs?: number;
};

const behindLine = (fault: Parameters<FaultyLine["fail"]>[0], what = `a line that does ${fault}`): Cell => ({
  what,
  begin: () => line.fail(fault),
  end: () => line.fail("none"),
});

const cells: readonly Cell[] = [
  { what: "absent at the start", begin: async () => undefined, end: async () => (redis = await startRedis(port)) },
  behindLine("refuse"),
  behindLine("reset"),
  behindLine("stall"),
  { what: "emptied", begin: () => redis.ask("FLUSHALL"), end: () => redis.ask("FLUSHALL") },
  {
    what: "out of memory",
    begin: () => redis.ask("CONFIG", "SET", "maxmemory", "1"),
    end: () => redis.ask("CONFIG", "SET", "maxmemory", "0"),
  },
  {
    what: "killed, its files lost",
    begin: () => redis.stop(),
    end: async () => (redis = await startRedis(port)),
  },
];
const slowCells: readonly Cell[] = [
  {
    what: "stopped for ten minutes",
    begin: async () => {
      await redis.stop();
      await new Promise((later) => setTimeout(later, 60_000)); // a minute of tries; the clock says the rest
    },
    end: async () => (redis = await startRedis(port)),
    laterMs: 600_000,
  },
  behindLine({ latencyMs: 2_000 }, "a line two seconds long"),
  behindLine({ bytesPerSecond: 1_000 }, "a line of 1 kB a second"),
];

describe.skipIf(!engineKinds.includes("redis")).each(everyFault ? [...cells, ...slowCells] : cells)(
  "with Redis $what",
  (cell) => {
    let day: Day;
    let answers: Record<string, Answer>;

    beforeAll(async () => {
      if (!house) await open();
      day = await givenDay(house);
      await cell.begin();
      answers = await answersOf({ ...day.reads, ...day.writes });
    }, 180_000);

    it("people read, search, apply, publish and sign in, and wait for nothing", () => {
      const statuses = Object.entries(answers).map(([name, { status }]) => [name, status]);
      const asked = Object.keys(day.reads).map((name) => [name, 200]);
      expect(statuses).toEqual([...asked, ...Object.keys(day.writes).map((name) => [name, 303])]);
      for (const [name, { ms }] of Object.entries(answers)) expect(ms, name).toBeLessThan(5_000);
    });

    it("all that was owed is done once, soon after it is back, by a timetable that is whole", async () => {
      await cell.end();
      setClock(new Date(Date.now() + (cell.laterMs ?? 45_000))); // what is older than half a minute is swept

      await expect.poll(leftToDo, { timeout: 55_000, interval: 200 }).toEqual([]);
      setClock();
      const lines = works.flatMap((work) => work.recurrences).length;
      await expect.poll(async () => (await queueState()).recurrences.length, { timeout: 10_000 }).toBe(lines);
      expect(await day.kept()).toEqual({ apply: 1, publish: 1 });
      const ids = (await listMails()).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await DispatchModel.collection.countDocuments({ doubts: { $gt: 0 } })).toBe(0);
    }, 90_000);
  },
);

const open = async (): Promise<void> => {
  port = await freePort();
  line = await startFaultyLine({ host: "127.0.0.1", port });
  house = await openHouse();
  const pace = { ...quickPace, silenceMs: 1_000, workSilenceMs: 7_000 };
  engine = await openQueue({ redisUrl: `redis://127.0.0.1:${line.port}`, folder: "", pace });
  useQueue(engine);
  await answersOf((await givenDay(house)).reads); // what is read once at first
  stopWork = (await runWork(quickWorks(), { ...wholeWork, timetableEveryMs: 1_000 })).stop;
};

afterAll(async () => {
  if (!house) return;
  await stopWork();
  await engine.close();
  await house.close();
  await line.close();
  await redis.stop();
}, 60_000);

/** Mails that have not left and effects not performed; one try of each is enough, since nothing else is at fault. */
const leftToDo = async (): Promise<unknown[]> => {
  const mails = DispatchModel.collection.find(
    { state: { $in: ["pending", "sending", "unknown"] } },
    { projection: { kind: 1, state: 1 } },
  );
  const effects = [OfferModel, ApplicationModel, AccountModel].map(({ collection }) =>
    collection.find({ "effects.0": { $exists: true } }, { projection: { effects: 1 } }).toArray(),
  );
  return [...(await mails.toArray()), ...(await Promise.all(effects)).flat()];
};
