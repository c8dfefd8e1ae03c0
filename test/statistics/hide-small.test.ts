import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideSmall, isShareShown, smallestShown } from "#shared/statistics/hide-small.ts";

const count = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 9 }) }, { weight: 1, arbitrary: fc.nat({ max: 300 }) });
const tables = fc.array(count, { minLength: 1, maxLength: 8 });

/** Every table of whole numbers that would have been published the same: what a reader who knows the rule can think. */
const worldsOf = (parts: readonly number[]): number[][] => {
  const { total, parts: shown } = hideSmall(parts);
  const holes = shown.flatMap((part, at) => (part === null ? [at] : []));
  const left = (total ?? 0) - shown.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const fillings = (sum: number, holesLeft: number): number[][] =>
    holesLeft === 1
      ? [[sum]]
      : Array.from({ length: sum + 1 }, (_, first) => first).flatMap((first) =>
          fillings(sum - first, holesLeft - 1).map((rest) => [first, ...rest]),
        );
  return fillings(left, holes.length)
    .map((filling) => shown.map((part, at) => part ?? filling[holes.indexOf(at)] ?? 0))
    .filter((world) => JSON.stringify(hideSmall(world)) === JSON.stringify(hideSmall(parts)));
};

describe("what leaves the desk", () => {
  it.each([
    { parts: [12, 8, 20], total: 40, shown: [12, 8, 20] },
    { parts: [12, 3, 8], total: 23, shown: [12, null, null] },
    { parts: [5, 4, 4], total: 13, shown: [null, null, null] },
    { parts: [5, 5, 4, 9], total: 23, shown: [null, null, null, 9] },
    { parts: [1, 1, 1, 1, 1], total: null, shown: [null, null, null, null, null] },
    { parts: [4, 4, 0], total: 8, shown: [null, null, 0] },
    { parts: [3, 2, 30], total: 35, shown: [null, null, null] },
    { parts: [1, 1, 30, 9], total: 41, shown: [null, null, 30, null] },
    { parts: [0, 0, 7], total: 7, shown: [0, 0, 7] },
    { parts: [2, 0, 2], total: null, shown: [null, null, null] },
    { parts: [0, 0], total: 0, shown: [0, 0] },
  ])("of $parts is $shown, total $total", ({ parts, total, shown }) => {
    expect(hideSmall(parts)).toEqual({ total, parts: shown });
  });

  it("never shows a group of one to four", () => {
    fc.assert(
      fc.property(tables, (parts) => {
        const { total, parts: shown } = hideSmall(parts);
        for (const number of [total, ...shown])
          expect(number === null || number === 0 || number >= smallestShown).toBe(true);
      }),
    );
  });

  it("shows the truth or nothing", () => {
    fc.assert(
      fc.property(tables, (parts) => {
        hideSmall(parts).parts.forEach((part, at) => {
          if (part !== null) expect(part).toBe(parts[at]);
        });
      }),
    );
  });

  it("never lets what is hidden be found by subtraction: not one number, nor a group of less than five", () => {
    fc.assert(
      fc.property(tables, (parts) => {
        const { total, parts: shown } = hideSmall(parts);
        const holes = shown.filter((part) => part === null).length;
        if (total === null || holes === 0) return;
        const left = total - shown.reduce<number>((sum, part) => sum + (part ?? 0), 0);

        expect(holes).toBeGreaterThan(1);
        expect(left).toBeGreaterThanOrEqual(smallestShown);
      }),
    );
  });

  it("leaves several truths possible for every hidden number, even to whoever knows the rule", () => {
    const small = fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(small, (parts) => {
        const { total, parts: shown } = hideSmall(parts);
        if (total === null || !shown.includes(null)) return;
        const worlds = worldsOf(parts);
        shown.forEach((part, at) => {
          if (part === null) expect(new Set(worlds.map((world) => world[at])).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("a share leaves", () => {
  it.each([
    { good: 6, all: 12, leaves: true },
    { good: 12, all: 12, leaves: true },
    { good: 0, all: 5, leaves: true },
    { good: 3, all: 12, leaves: false },
    { good: 10, all: 12, leaves: false },
    { good: 4, all: 4, leaves: false },
    { good: 0, all: 0, leaves: false },
  ])("$leaves for $good of $all", ({ good, all, leaves }) => {
    expect(isShareShown({ good, all })).toBe(leaves);
  });
});
