import { describe, expect, it } from "vitest";
import { checkOptimal, faultsOf } from "#shared/events/timetable/check-timetable.ts";
import { solveTimetable } from "#shared/events/timetable/solve-timetable.ts";
import type { Figures, TimetableInput } from "#shared/events/timetable/timetable.ts";
import { exhaustiveFigures } from "./exhaustive-timetable.ts";
import { randomDating, withLocks } from "./random-dating.ts";

const small = { people: 4, companies: 3, slots: 3, links: 4, maxMeetings: 2 };
const hall = { people: 60, companies: 12, slots: 10, links: 8, maxMeetings: 4 };
const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed);
const aims = ({ withOne, withTwo, score }: Figures) => ({ withOne, withTwo, score });

const differing = (inputs: readonly TimetableInput[]): number =>
  inputs.filter(
    (input) => JSON.stringify(aims(solveTimetable(input).figures)) !== JSON.stringify(aims(exhaustiveFigures(input))),
  ).length;

describe("a timetable", () => {
  it("equals the best of all timetables on 500 small events", { timeout: 120_000 }, () => {
    expect(
      differing(
        seeds(500).map((seed) => randomDating(seed, { ...small, people: 3 + (seed % 2), maxMeetings: 3 - (seed % 2) })),
      ),
    ).toBe(0);
  });

  it("equals it too with meetings locked and pairs forbidden", { timeout: 120_000 }, () => {
    expect(differing(seeds(500).map((seed) => withLocks(seed, randomDating(seed, small))))).toBe(0);
  });

  it("equals it too when people cannot always be there", { timeout: 120_000 }, () => {
    expect(differing(seeds(200).map((seed) => randomDating(seed, { ...small, away: 0.3 })))).toBe(0);
  });

  it("is proved the best by the prices of places while everyone is there all along", () => {
    for (const seed of seeds(30)) {
      const input = randomDating(seed, hall);
      const timetable = solveTimetable(input);

      expect(timetable.proved && checkOptimal(input, timetable)).toBe(true);
    }
  });

  it("has its proof refused once a meeting is taken out or a price is wrong", () => {
    const input = randomDating(1, hall);
    const timetable = solveTimetable(input);

    expect(checkOptimal(input, { ...timetable, meetings: timetable.meetings.slice(1) })).toBe(false);
    expect(checkOptimal(input, { ...timetable, prices: {} })).toBe(false);
  });

  it("never has a conflict, and keeps what is locked, forbidden or away", { timeout: 60_000 }, () => {
    for (const seed of seeds(60)) {
      const input = withLocks(seed, randomDating(seed, { ...hall, away: (seed % 4) * 0.15, tables: 1 + (seed % 2) }));

      expect(faultsOf(input, solveTimetable(input).meetings)).toEqual([]);
    }
  });

  it("moves nothing of the past and adds nothing to it", () => {
    const input = randomDating(3, hall);
    const past = solveTimetable(input).meetings.filter(({ slot }) => slot < 4);
    const later = { ...input, past, from: 4 };

    const { meetings } = solveTimetable(later);

    expect(faultsOf(later, meetings)).toEqual([]);
    expect(meetings.filter(({ slot }) => slot < 4)).toEqual(past);
  });

  it("holds a meeting an officer asked for before anything else", () => {
    const input = randomDating(5, hall);
    const added = [{ personId: "p0", companyId: "c11" }];

    const { meetings, notPlaced } = solveTimetable({ ...input, added });

    expect(notPlaced).toEqual([]);
    expect(meetings.some(({ personId, companyId }) => personId === "p0" && companyId === "c11")).toBe(true);
  });

  it("says which asked meeting has no place", () => {
    const input = { ...randomDating(5, hall), added: [{ personId: "p0", companyId: "nobody" }] };

    expect(solveTimetable(input).notPlaced).toEqual(input.added);
  });

  it("stays within one hundredth of the bound when a third of the hours are impossible", () => {
    for (const seed of seeds(10)) {
      const { figures, possible } = solveTimetable(randomDating(seed, { ...hall, away: 0.35 }));

      expect(figures.withOne).toBe(possible.withOne);
      expect(figures.score).toBeGreaterThanOrEqual(possible.score * 0.99);
    }
  });

  it("is empty, without a fault, when nobody or no company comes", () => {
    const nobody = randomDating(1, { ...hall, people: 0 });
    const noCompany = randomDating(1, { ...hall, companies: 0, links: 0 });

    expect(solveTimetable(nobody).meetings).toEqual([]);
    expect(solveTimetable(noCompany).figures).toMatchObject({ meetings: 0, withOne: 0 });
  });
});
