import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";
import { type Answer, answersOf, type Day, everyFault, givenDay, staticPages, untilBack } from "./cast.ts";
import { type Fault, type FaultyLine, startFaultyLine, targetOf } from "./faulty-line.ts";

let line: FaultyLine;
let house: House;

beforeAll(async () => {
  line = await startFaultyLine(targetOf(inject("storeUrl")));
  house = await openHouse(`mongodb://127.0.0.1:${line.port}/elan?directConnection=true`);
  await givenOffers(house, [{ title: "Fileur de verre F/H" }]); // an index with nothing in it asks nothing of the store
  for (const page of staticPages) await asks(house).get(page); // what is read once at first
});
afterAll(async () => {
  await house.close();
  await line.close();
});

type Cell = {
  readonly fault: Fault;
  /** In milliseconds; mongoose alone would keep a write ten seconds before it says no. */
  readonly within: number;
  /** What an answer may be: a slow store is still a store. */
  readonly refused: readonly number[];
};

const down = [503];
const slow = [200, 303, 503];
const cells: readonly Cell[] = [
  { fault: "refuse", within: 4_000, refused: down },
  { fault: "reset", within: 5_000, refused: down },
  { fault: "cut-answer", within: 5_000, refused: down },
  { fault: "stall", within: 20_000, refused: down },
];
/** `npm run torture -- faults` adds them. */
const slowCells: readonly Cell[] = [
  { fault: { latencyMs: 2_000 }, within: 60_000, refused: slow },
  { fault: { bytesPerSecond: 1_000 }, within: 60_000, refused: slow },
];

describe.each(everyFault ? [...cells, ...slowCells] : cells)("MongoDB behind a line that does $fault", (cell) => {
  let day: Day;
  let still: number[];
  let answers: Record<string, Answer>;
  let backAfterMs: number;
  let again: Record<string, Answer>;

  beforeAll(async () => {
    day = await givenDay(house);
    await pause(1_050); // the home page may be a second old
    await line.fail(cell.fault);
    still = await Promise.all(staticPages.map(async (page) => (await asks(house).get(page)).status));
    answers = await answersOf({ ...day.reads, ...day.writes });
    const mendedAt = performance.now();
    await line.fail("none");
    await untilBack(day);
    backAfterMs = performance.now() - mendedAt;
    again = await answersOf(day.writes);
  }, 180_000);

  it("leaves the pages that need no store", () => {
    expect(still).toEqual(staticPages.map(() => 200));
  });

  it("refuses the rest soon, by a page with the phone number, and says of no act that it is done", () => {
    for (const [name, { status, text, ms }] of Object.entries(answers)) {
      expect(cell.refused, `${name}: ${status}`).toContain(status);
      expect(ms, name).toBeLessThan(cell.within);
      if (status === 503) expect(text).toContain('href="tel:0800000019"');
    }
  });

  it("is over ten seconds after the line is mended, without a restart", () => {
    expect(backAfterMs).toBeLessThan(10_000);
  });

  it("leaves each act done once, whatever was lost on the way and however often it is asked", async () => {
    expect(Object.values(again).filter(({ status }) => status >= 500)).toEqual([]);
    expect(await day.kept()).toEqual({ apply: 1, publish: 1 });
  });
});

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
