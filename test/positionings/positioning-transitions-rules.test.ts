import { describe, expect, it } from "vitest";
import { positioningHands, positioningMayMove } from "#shared/positionings/positioning-transitions.ts";
import { positioningStatuses } from "#shared/positionings/positioning-words.ts";
import { allowedMoves } from "#test/support/every-move.ts";

const waiting = (from: string, more: readonly string[]): string[] => [
  ...more.map((to) => `${from} > ${to}: officer, employer`),
  `${from} > refused: officer, employer`,
  `${from} > withdrawn: officer, candidate`,
  `${from} > pool: officer`,
  `${from} > noAnswer: officer, system`,
  `${from} > placedElsewhere: officer, system`,
];

describe("a positioning", () => {
  it("moves only along the roads drawn, by the hands named, and no other", () => {
    const allowed = allowedMoves(positioningStatuses, positioningHands, positioningMayMove);

    expect([...allowed].sort()).toEqual(
      [
        "suggested > proposed: officer",
        "suggested > withdrawn: officer",
        "suggested > pool: officer",
        "suggested > placedElsewhere: officer, system",
        "proposed > consented: officer, candidate",
        "proposed > declined: officer, candidate",
        "proposed > withdrawn: officer, candidate",
        "proposed > pool: officer",
        "proposed > noAnswer: officer, system",
        "proposed > placedElsewhere: officer, system",
        "consented > declined: officer, candidate",
        "consented > submitted: officer",
        "consented > withdrawn: officer, candidate",
        "consented > pool: officer",
        "consented > placedElsewhere: officer, system",
        "declined > consented: officer, candidate",
        "declined > pool: officer",
        ...waiting("submitted", ["seen", "interviewPlanned", "selected"]),
        ...waiting("seen", ["interviewPlanned", "selected"]),
        ...waiting("interviewPlanned", ["interviewed", "absent"]),
        ...waiting("interviewed", ["interviewPlanned", "selected", "hired"]),
        ...waiting("absent", ["interviewPlanned"]),
        ...waiting("selected", ["hired"]),
        "hired > inPostM1: officer",
        "hired > inPostM3: officer",
        "hired > inPostM6: officer",
        "hired > endedEarly: officer, employer",
        "inPostM1 > inPostM3: officer",
        "inPostM1 > inPostM6: officer",
        "inPostM1 > endedEarly: officer, employer",
        "inPostM3 > inPostM6: officer",
        "inPostM3 > endedEarly: officer, employer",
        "endedEarly > pool: officer",
        "refused > pool: officer",
        "pool > proposed: officer",
        "pool > placedElsewhere: officer, system",
        "noAnswer > proposed: officer",
        "noAnswer > submitted: officer",
        "noAnswer > pool: officer",
      ].sort(),
    );
  });
});
