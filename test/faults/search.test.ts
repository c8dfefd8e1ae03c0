import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { sweepJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { fakeMeilisearch } from "#test/platform/search/fake-meilisearch.ts";
import { givenPublicOffer } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";
import { type Answer, answersOf, type Day, everyFault, givenDay } from "./cast.ts";
import { type Fault, type FaultyLine, startFaultyLine } from "./faulty-line.ts";

let house: House;
let meili: Awaited<ReturnType<typeof fakeMeilisearch>>;
let line: FaultyLine;
let found: Offer;
let hidden: Offer;

beforeAll(async () => {
  house = await openHouse();
  // It answers with an offer that anyone may see and, late, with one that was withdrawn.
  meili = await fakeMeilisearch({ hits: () => [{ id: found.id }, { id: hidden.id }] });
  line = await startFaultyLine({ host: "127.0.0.1", port: Number(new URL(meili.url).port) });
  useSearch(meilisearchEngine({ url: `http://127.0.0.1:${line.port}`, key: null }));
  found = await givenPublicOffer({ title: "Souffleur de verre F/H" });
  hidden = await givenPublicOffer({ title: "Offre suspendue F/H", status: "suspended" });
  await settle();
});
afterAll(async () => {
  setClock();
  await line.close();
  await meili.close();
  await house.close();
});

/** The jobs of an index that is away fail, and the others are done all the same. */
const settle = async (): Promise<void> => {
  while (house.queue.jobs.length > 0) await house.drain().catch(() => undefined);
};

const faults: readonly { readonly fault: Fault; readonly within: number }[] = [
  { fault: "refuse", within: 3_000 },
  { fault: "reset", within: 3_000 },
  { fault: "stall", within: 9_000 },
];
const slowFaults: typeof faults = [
  { fault: { latencyMs: 2_000 }, within: 30_000 },
  { fault: { bytesPerSecond: 1_000 }, within: 30_000 },
];

describe.each(everyFault ? [...faults, ...slowFaults] : faults)("with Meilisearch behind a line of $fault", (cell) => {
  let day: Day;
  let answers: Record<string, Answer>;
  const quick = typeof cell.fault === "string";

  beforeAll(async () => {
    day = await givenDay(house);
    await settle();
    await pause(1_050); // the home page may be a second old
    await line.fail(cell.fault);
    answers = await answersOf({ ...day.reads, ...day.writes });
    await settle();
  }, 120_000);

  it("offer pages, applying, publishing and the desk go on", () => {
    for (const [name, { status, ms }] of Object.entries(answers)) {
      expect([200, 303], `${name}: ${status}`).toContain(status);
      expect(ms, name).toBeLessThan(cell.within);
    }
  });

  it.runIf(quick)("the search says that it is simplified, and shows the newest offers rather than none", () => {
    for (const page of [answers.search, answers.offers]) {
      expect(page?.text).toContain("Recherche simplifiée");
      expect(page?.text).toContain("Souffleur de verre F/H");
    }
  });

  it("shows nothing that was withdrawn", () => {
    for (const { text } of Object.values(answers)) expect(text).not.toContain("Offre suspendue");
  });

  it("is told what changed once it is back, and searches as before", async () => {
    await line.fail("none");
    meili.sent.length = 0;
    setClock(new Date(now().getTime() + 45_000)); // what is older than half a minute is swept
    const sweep = async (): Promise<number> => {
      await enqueue(sweepJob("offers"), {});
      await settle();
      return OfferModel.collection.countDocuments({ "effects.0": { $exists: true } });
    };

    await expect.poll(sweep, { timeout: 20_000 }).toBe(0); // a line of before may be tried first
    setClock();
    const page = await asks(house).get("/offres?q=souffleur");

    if (quick) expect(JSON.stringify(meili.sent)).toContain(day.draft);
    expect(page.text).not.toContain("Recherche simplifiée");
    expect(page.text).toContain("Souffleur de verre F/H");
  }, 60_000);
});

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
