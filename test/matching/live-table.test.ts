import { afterEach, describe, expect, it } from "vitest";
import { type LiveTable, liveTable, type Reading } from "#server/matching/live-table.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { builtInOccupations, useOccupations } from "#shared/referentials/occupations.ts";

type Row = { readonly id: string; readonly text: string };
type Kept = Row & { readonly version: number; readonly at: Date; readonly open: boolean };

const tableOf = (rows = new Map<string, Row>()) => ({
  put: (row: Row) => {
    rows.set(row.id, row);
  },
  remove: (id: string) => {
    rows.delete(id);
  },
  size: () => rows.size,
  texts: () => [...rows.values()].map(({ text }) => text).sort(),
});
type Table = ReturnType<typeof tableOf>;

/** A store that several processes read and write, each with a table of its own. */
const someStore = () => {
  const kept = new Map<string, Kept>();
  const read = ({ id, text, version, open }: Kept): Reading<Row> => ({ id, version, row: open ? { id, text } : null });
  const open = (): Kept[] => [...kept.values()].filter((one) => one.open);
  let whole = 0;
  let changes = 0;
  return {
    openTable: (): LiveTable<Table> =>
      liveTable<Row, Table>({
        empty: () => tableOf(),
        all: async function* () {
          whole += 1;
          yield* open().map(read);
        },
        changedSince: async (instant) => {
          changes += 1;
          const changed = [...kept.values()].filter(({ at }) => at >= instant).map(read);
          await new Promise((resolve) => setTimeout(resolve, 5)); // the answer is on its way while others write
          return changed;
        },
        count: async () => open().length,
      }),
    wholeReadings: () => whole,
    /** How often it was asked what changed. */
    readings: () => changes,
    write: (id: string, text: string, { lateMs = 0, isOpen = true } = {}) => {
      const version = (kept.get(id)?.version ?? 0) + 1;
      kept.set(id, { id, text, version, open: isOpen, at: new Date(now().getTime() - lateMs) });
    },
    erase: (id: string) => kept.delete(id),
  };
};

const textsOf = async (table: LiveTable<Table>): Promise<string[]> => (await table.upToDate()).texts();

afterEach(() => {
  setClock();
  useOccupations(builtInOccupations);
});

describe("two processes over one store", () => {
  it("each see what the other wrote, changed, closed and erased", async () => {
    const store = someStore();
    const [one, other] = [store.openTable(), store.openTable()];
    store.write("a", "first");
    expect([await textsOf(one), await textsOf(other)]).toEqual([["first"], ["first"]]);

    store.write("a", "changed");
    store.write("b", "second");
    expect([await textsOf(one), await textsOf(other)]).toEqual([
      ["changed", "second"],
      ["changed", "second"],
    ]);

    store.write("b", "second", { isOpen: false });
    expect([await textsOf(one), await textsOf(other)]).toEqual([["changed"], ["changed"]]);

    store.erase("a");
    store.write("c", "third");
    expect([await textsOf(one), await textsOf(other)]).toEqual([["third"], ["third"]]);
  });

  it("miss nothing that the other's slower clock wrote down as earlier", async () => {
    const store = someStore();
    const table = store.openTable();
    store.write("a", "first");
    await table.upToDate();

    store.write("a", "late", { lateMs: 50_000 });

    expect(await textsOf(table)).toEqual(["late"]);
  });
});

describe("a ranking table", () => {
  it("holds what was written before the question, even while another reading is under way", async () => {
    const store = someStore();
    const table = store.openTable();
    store.write("a", "first");
    await table.upToDate();

    const early = table.upToDate();
    store.write("a", "mine");

    expect((await table.upToDate()).texts()).toEqual(["mine"]);
    await early;
  });

  it("is read once for all who ask while another reading is under way", async () => {
    const store = someStore();
    const table = store.openTable();
    await table.upToDate();
    const before = store.readings();

    const early = table.upToDate();
    await Promise.resolve(); // it has begun
    store.write("a", "mine");
    const late = await Promise.all(Array.from({ length: 20 }, () => textsOf(table)));
    await early;

    expect(late).toEqual(Array.from({ length: 20 }, () => ["mine"]));
    expect(store.readings() - before).toBe(2);
  });

  it("reads everything once a day, and when the referentials were replaced; else only what changed", async () => {
    const store = someStore();
    const table = store.openTable();
    store.write("a", "first");
    setClock(new Date("2026-11-22T10:00:00Z"));
    for (let turn = 0; turn < 5; turn += 1) await table.upToDate();
    expect(store.wholeReadings()).toBe(1);

    setClock(new Date("2026-11-23T10:00:00Z"));
    await table.upToDate();
    expect(store.wholeReadings()).toBe(2);

    useOccupations([...builtInOccupations]);
    await table.upToDate();
    expect(store.wholeReadings()).toBe(3);
  });

  it("answers again after a reading that failed", async () => {
    let broken = true;
    const table = liveTable<Row, Table>({
      empty: () => tableOf(),
      all: async function* () {
        if (broken) throw new Error("the store is away");
        yield { id: "a", version: 1, row: { id: "a", text: "back" } };
      },
      changedSince: async () => [],
      count: async () => 1,
    });

    await expect(table.upToDate()).rejects.toThrow("the store is away");
    broken = false;

    expect(await textsOf(table)).toEqual(["back"]);
  });
});
