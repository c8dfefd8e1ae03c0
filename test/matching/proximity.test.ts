import { describe, expect, it } from "vitest";
import { proximity } from "#shared/matching/proximity.ts";
import { skillSimilarities } from "#shared/matching/skill-similarity.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";

const near = (wanted: string, offered: string) => proximity({ wanted, offered }).permille;

describe("occupations are near", () => {
  it("at most when they are the same", () => {
    for (const { code } of occupations)
      expect(proximity({ wanted: code, offered: code })).toEqual({ permille: 1000, link: "same" });
  });

  it("when one can move from one to the other, the first neighbours first", () => {
    for (const { code, neighbours } of occupations) {
      for (const [rank, neighbour] of neighbours.entries()) {
        if (occupationByCode(neighbour) === undefined) continue;
        expect(near(code, neighbour)).toBeGreaterThanOrEqual(Math.max(500, 800 - 40 * rank));
        expect(near(code, neighbour)).toBeLessThan(1000);
      }
    }
  });

  it("less when they only share skills than when one can move", () => {
    for (const wanted of occupations.slice(0, 60)) {
      for (const offered of occupations) {
        const { permille, link } = proximity({ wanted: wanted.code, offered: offered.code });
        if (link === "similar") expect(permille).toBeLessThan(500);
      }
    }
  });

  it("never to an occupation that has nothing to do with them", () => {
    expect(proximity({ wanted: "A1201", offered: "K1304" })).toEqual({ permille: 0, link: null });
    expect(proximity({ wanted: "Z9901", offered: "K1304" })).toEqual({ permille: 0, link: null });
  });

  it("a little when one code of the domain is not in the referential", () => {
    expect(near("K1399", "K1304")).toBe(250);
    expect(near("K1304", "K1399")).toBe(250);
  });
});

describe("likeness of skills", () => {
  const one = { code: "A1101", skills: ["rare", "common"], coreSkills: 1 };
  const likeness = skillSimilarities([
    one,
    { ...one, code: "B1101" },
    { code: "C1101", skills: ["rare", "x"], coreSkills: 1 },
    { code: "D1101", skills: ["y", "common"], coreSkills: 1 },
    { code: "E1101", skills: ["common"], coreSkills: 0 },
    { code: "F1101", skills: ["elsewhere"], coreSkills: 1 },
  ]);

  it("is whole between equals, greater for a rare skill, none without a shared one", () => {
    const found = new Map(likeness("A1101"));

    expect(found.get("B1101")).toBeCloseTo(1);
    expect(found.get("C1101") ?? 0).toBeGreaterThan(found.get("D1101") ?? 0);
    expect(found.has("F1101")).toBe(false);
  });
});
