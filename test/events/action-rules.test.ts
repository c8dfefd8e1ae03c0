import { describe, expect, it } from "vitest";
import {
  afterParticipationAnswer,
  balanceOf,
  momentsDue,
  shareOutPlaces,
} from "#shared/events/actions/action-rules.ts";
import type { Outcome, Participation } from "#shared/events/actions/collective-action.ts";
import { idOf } from "#test/support/actors.ts";
import { anAction, aParticipation } from "./an-action.ts";

const accepted = (number: number, minute: number): Participation =>
  aParticipation({
    id: idOf(number),
    status: "accepted",
    acceptedAt: `2026-11-20T08:${String(minute).padStart(2, "0")}:00.000Z`,
  });

describe("the places of an action", () => {
  it("go to the first who say yes; the others wait in their order, whoever else said no or left", () => {
    const people = [
      accepted(3, 9),
      accepted(1, 2),
      aParticipation({ id: idOf(9), status: "left", acceptedAt: "2026-11-20T07:00:00.000Z" }),
      accepted(2, 5),
    ];

    const { placed, waiting } = shareOutPlaces(people, 2);

    expect(placed.map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
    expect(waiting.map(({ id }) => id)).toEqual([idOf(3)]);
  });

  it.each([
    ["proposed", "yes", "accepted"],
    ["proposed", "no", "declined"],
    ["proposed", "leave", null],
    ["accepted", "leave", "left"],
    ["accepted", "no", null],
    ["declined", "yes", "accepted"],
    ["left", "yes", "accepted"],
    ["left", "no", null],
  ] as const)("from %s, %s leads to %s", (from, answer, to) => {
    expect(afterParticipationAnswer(from, answer)).toBe(to);
  });
});

describe("what became of people", () => {
  const steps = [
    { id: idOf(1), kind: "cvWorkshop", day: "2026-03-02", place: null },
    { id: idOf(2), kind: "jobDating", day: "2026-04-30", place: null },
  ] as const;

  it.each([
    ["2026-04-29", false, []],
    ["2026-04-30", false, ["end"]],
    ["2026-10-30", false, ["end", "M6"]],
    ["2027-04-30", false, ["end", "M6"]],
    ["2027-04-30", true, ["end", "M6", "M12"]],
  ])("on %s, asked at twelve months: %s, may be written down for %j", (today, asksM12, due) => {
    expect(momentsDue(anAction({ steps: [...steps], asksM12 }), today)).toEqual(due);
  });

  it("is never asked of an action that was cancelled or has no step", () => {
    expect(momentsDue(anAction({ steps: [...steps], cancelledAt: "2026-03-01T08:00:00.000Z" }), "2027-04-30")).toEqual(
      [],
    );
    expect(momentsDue(anAction(), "2027-04-30")).toEqual([]);
  });

  it("is counted of those who came; the last word of a moment counts, and the share is of the known", () => {
    const result = (outcome: Outcome) => ({
      moment: "end" as const,
      outcome,
      at: "2026-05-02T08:00:00.000Z",
      by: idOf(5),
    });
    const came = { attendance: [{ stepId: idOf(1), was: "present" as const }], status: "accepted" as const };
    const people = [
      aParticipation({
        ...came,
        id: idOf(1),
        acceptedAt: "2026-03-01T08:00:00.000Z",
        results: [result("searching"), result("permanent")],
      }),
      aParticipation({ ...came, id: idOf(2), results: [result("training")] }),
      aParticipation({ ...came, id: idOf(3), results: [result("searching")] }),
      aParticipation({ ...came, id: idOf(4) }),
      aParticipation({ id: idOf(5), results: [result("permanent")], attendance: [{ stepId: idOf(1), was: "absent" }] }),
    ];

    const balance = balanceOf(anAction({ steps: [...steps] }), people);
    const end = balance.moments[0];

    expect(balance).toMatchObject({ proposed: 5, accepted: 1, participants: 4 });
    expect(balance.steps[0]?.counts).toEqual({ present: 4, absent: 1, excused: 0 });
    expect(end).toMatchObject({ moment: "end", known: 3, contracts: 1 });
    expect(end?.positiveShare).toBeCloseTo(2 / 3);
    expect(balance.moments[1]?.positiveShare).toBeNull();
  });
});
