import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { gatheredReads } from "#server/platform/gathered.ts";

describe("questions that only read", () => {
  it("go together when asked in one turn of the loop, and each has its own answer", async () => {
    const asked: string[][] = [];
    const ask = gatheredReads(async (items: readonly string[]) => {
      asked.push([...items]);
      return items.map((item) => item.toUpperCase());
    });

    expect(await Promise.all([ask("a"), ask("b"), ask("c")])).toEqual(["A", "B", "C"]);
    expect(asked).toEqual([["a", "b", "c"]]);
  });

  it("are answered by nothing older than themselves, and wait for no slow answer before theirs", async () => {
    let truth = "before";
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ask = gatheredReads(async (slow: readonly boolean[]) => {
      const seen = truth;
      if (slow.includes(true)) await held;
      return slow.map(() => seen);
    });

    const first = ask(true);
    await nextTurn();
    await nextTurn();
    truth = "after";

    expect(await ask(false)).toBe("after"); // while the first one is still under way
    release();
    expect(await first).toBe("before");
  });

  it("go together when they closely follow another", async () => {
    const asked: string[][] = [];
    const ask = gatheredReads(async (items: readonly string[]) => {
      asked.push([...items]);
      return items;
    });

    const first = ask("a");
    const later: Promise<string>[] = [];
    for (const item of ["b", "c", "d"]) {
      await nextTurn();
      later.push(ask(item));
    }
    expect(await Promise.all([first, ...later])).toEqual(["a", "b", "c", "d"]);
    expect(asked).toEqual([["a"], ["b", "c", "d"]]);
  });

  it("fail together when the act fails, and the next ones do not", async () => {
    let works = false;
    const ask = gatheredReads(async (items: readonly number[]) => {
      if (!works) throw new Error("away");
      return items;
    });

    const [one, other] = await Promise.allSettled([ask(1), ask(2)]);
    expect([one?.status, other?.status]).toEqual(["rejected", "rejected"]);
    works = true;
    expect(await ask(3)).toBe(3);
  });
});
