import { describe, expect, it } from "vitest";
import { applyChange, type Change } from "#shared/events/timetable/apply-change.ts";
import { faultsOf } from "#shared/events/timetable/check-timetable.ts";
import { type Proposal, proposeChanges } from "#shared/events/timetable/propose-changes.ts";
import { solveTimetable } from "#shared/events/timetable/solve-timetable.ts";
import type { TimetableInput, TimetableMeeting } from "#shared/events/timetable/timetable.ts";
import { randomDating } from "./random-dating.ts";

const size = { people: 40, companies: 9, slots: 10, links: 7, maxMeetings: 4 };
const from = 1;

const changes: readonly Change[] = [
  { kind: "late", personId: "p3", refused: [], until: 7 },
  { kind: "absent", personId: "p5", refused: [] },
  { kind: "tableAdded", companyId: "c1" },
  { kind: "tableRemoved", companyId: "c0", table: 1 },
  { kind: "tableLate", companyId: "c2", table: 1, slots: 2 },
  { kind: "companyLeft", companyId: "c3" },
];

type Answered = { open: TimetableInput; announced: readonly TimetableMeeting[]; proposals: readonly Proposal[] };

/** Whoever the change names is somebody who still has a meeting to come. */
const answered = (seed: number, named: Change): Answered => {
  const input = randomDating(seed, { ...size, tables: 1 + (seed % 2) });
  const announced = solveTimetable(input).meetings;
  const personId = announced.filter(({ slot, personId: one }) => slot > 3 && one !== "p7")[seed]?.personId ?? "p0";
  const change = "personId" in named ? { ...named, personId } : named;
  const locked = announced.filter(({ slot, personId }) => slot >= from && personId === "p7");
  const open = applyChange({ ...input, from, locked }, change);
  return { open, announced, proposals: proposeChanges(open, announced) };
};

const says = ({ personId, companyId, table, slot }: TimetableMeeting) => `${personId} ${companyId} ${table} ${slot}`;

describe.each(changes)("after a change ($kind), a proposal", (change) => {
  const runs = Array.from({ length: 12 }, (_, seed) => answered(seed, change));

  it("holds every rule and never touches the past", () => {
    for (const { open, announced, proposals } of runs)
      for (const { meetings } of proposals) {
        const past = announced.filter(({ slot }) => slot < from);

        expect(faultsOf({ ...open, past, locked: [] }, meetings)).toEqual([]);
        expect(
          meetings
            .filter(({ slot }) => slot < from)
            .map(says)
            .sort(),
        ).toEqual(past.map(says).sort());
      }
  });

  it("keeps what is locked where it can still be held", () => {
    for (const { open, proposals } of runs)
      for (const { meetings, gone, moved } of proposals)
        for (const meeting of open.locked) {
          const isThere = meetings.some((one) => says(one) === says(meeting));
          const hasPrice = [...gone, ...moved].some(({ personId }) => personId === meeting.personId);

          expect(isThere || hasPrice).toBe(true);
        }
  });

  it("never loses an announced meeting without naming it", () => {
    for (const { announced, proposals } of runs)
      for (const { meetings, gone, moved, gained } of proposals) {
        expect(meetings.length).toBe(announced.length - gone.length + gained.length);
        expect(moved.length + gone.length).toBeLessThanOrEqual(announced.length);
      }
  });

  it("comes first without moving anybody who is not concerned, each next one being better", () => {
    for (const { announced, proposals, open } of runs) {
      const [still] = proposals;
      const concerned = announced.filter((meeting) => meeting.slot >= from && isHit(open, meeting)).map(says);
      const moved = (still?.moved ?? []).map(({ personId, companyId }) =>
        says(announced.find((one) => one.personId === personId && one.companyId === companyId) as TimetableMeeting),
      );

      expect(still?.kind).toBe("still");
      expect(moved.filter((one) => !concerned.includes(one))).toEqual([]);
      for (const [index, { figures }] of proposals.entries())
        expect(figures.withOne).toBeGreaterThanOrEqual(index === 0 ? 0 : (proposals[index - 1]?.figures.withOne ?? 0));
    }
  });
});

const isHit = (
  { people, companies }: TimetableInput,
  { personId, companyId, table, slot }: TimetableMeeting,
): boolean =>
  people.find(({ id }) => id === personId)?.cannot.includes(slot) === true ||
  companies
    .find(({ id }) => id === companyId)
    ?.tables.find(({ number }) => number === table)
    ?.closed.includes(slot) === true;

describe("the proposals", () => {
  it("fill the place of somebody absent", () => {
    const { proposals } = answered(0, { kind: "absent", personId: "p5", refused: [] });

    expect(proposals[0]?.gained.length).toBeGreaterThan(0);
  });

  it("find no meeting to move when an added table brings places to all", () => {
    const { proposals } = answered(2, { kind: "tableAdded", companyId: "c1" });

    expect(proposals[0]?.moved).toEqual([]);
    expect(proposals[0]?.gone).toEqual([]);
  });

  it("give a late arrival a meeting by moving one person by one slot, and say so", () => {
    const company = { id: "x", tables: [{ number: 1, closed: [] }] };
    const people = ["late", "early"].map((id) => ({ id, links: [{ companyId: "x", worth: 100 }], cannot: [] }));
    const none = { past: [], locked: [], added: [], forbidden: [] };
    const input = { slots: 2, from: 0, maxMeetings: 2, people, companies: [company], ...none };
    const announced = [
      { personId: "late", companyId: "x", table: 1, slot: 0 },
      { personId: "early", companyId: "x", table: 1, slot: 1 },
    ];

    const proposals = proposeChanges(
      applyChange(input, { kind: "late", personId: "late", refused: [], until: 1 }),
      announced,
    );

    expect(proposals.map(({ kind, gone, moved }) => [kind, gone.length, moved.length])).toEqual([
      ["still", 1, 0],
      ["few", 0, 2],
    ]);
  });
});
