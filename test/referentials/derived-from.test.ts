import { afterEach, describe, expect, it } from "vitest";
import { derivedFrom } from "#shared/referentials/derived-from.ts";
import { builtInOccupations, occupationByCode, occupations, useOccupations } from "#shared/referentials/occupations.ts";
import { builtInSkills, skillById, skills, useSkills } from "#shared/referentials/skills.ts";

afterEach(() => {
  useOccupations(builtInOccupations);
  useSkills(builtInSkills);
});

describe("what is derived from a list", () => {
  it("is worked out on first need, then kept", () => {
    let times = 0;
    const count = derivedFrom(
      () => occupations,
      (list) => {
        times += 1;
        return list.length;
      },
    );

    expect([times, count(), count(), times]).toEqual([0, builtInOccupations.length, builtInOccupations.length, 1]);
  });

  it("is worked out again once the list was replaced", () => {
    const codes = derivedFrom(
      () => occupations,
      (list) => list.map(({ code }) => code),
    );
    codes();

    useOccupations(builtInOccupations.slice(0, 2));

    expect(codes()).toHaveLength(2);
  });
});

describe("a replaced referential", () => {
  it("is what everyone reads", () => {
    useOccupations(builtInOccupations.filter(({ code }) => code !== "J1501"));
    useSkills(builtInSkills.slice(0, 1));

    expect(occupationByCode("J1501")).toBeUndefined();
    expect(occupations).toHaveLength(builtInOccupations.length - 1);
    expect(skills.map(({ id }) => id)).toEqual([builtInSkills[0]?.id]);
    expect(skillById(builtInSkills[1]?.id ?? "")).toBeUndefined();
  });
});
