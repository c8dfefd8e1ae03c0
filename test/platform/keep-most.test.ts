import { describe, expect, it } from "vitest";
import { keepMost } from "#server/platform/keep-most.ts";

describe("what is kept", () => {
  it("loses first what nobody asked for longest", () => {
    const kept = keepMost<string, number>(2);
    kept.set("often", 1);
    kept.set("once", 2);
    expect(kept.get("often")).toBe(1);

    kept.set("new", 3);

    expect(["often", "once", "new"].map((key) => kept.get(key))).toEqual([1, undefined, 3]);
  });

  it("takes a new value for what it holds without losing another", () => {
    const kept = keepMost<string, number>(2);
    for (const [key, value] of [
      ["a", 1],
      ["b", 2],
      ["a", 3],
    ] as const)
      kept.set(key, value);

    expect(["a", "b"].map((key) => kept.get(key))).toEqual([3, 2]);
  });
});
