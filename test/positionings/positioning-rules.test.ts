import { describe, expect, it } from "vitest";
import {
  columnOf,
  daysWaited,
  followUpsFrom,
  isLate,
  isUnderWay,
  nextFollowUp,
  statusesIn,
  waitsFor,
} from "#shared/positionings/positioning-board.ts";
import {
  canRunPositionings,
  canSeePositioning,
  hasConsented,
  movesFor,
  noteIsRequired,
} from "#shared/positionings/positioning-rules.ts";
import { positioningStatuses } from "#shared/positionings/positioning-words.ts";
import { anActor, whoMay } from "#test/support/actors.ts";
import { aPositioning } from "./a-positioning.ts";

const staff = ["officer", "admin"];
const today = "2026-11-22";

describe("a positioning is seen", () => {
  it("by officers alone while it is a suggestion", () => {
    expect(whoMay((actor) => canSeePositioning(actor, aPositioning("suggested")))).toEqual(staff);
  });

  it.each(["proposed", "consented"] as const)("by its candidate besides once %s, not yet by the company", (status) => {
    expect(whoMay((actor) => canSeePositioning(actor, aPositioning(status)))).toEqual(["candidate", ...staff]);
  });

  it.each(["submitted", "hired"] as const)("by its company too once %s", (status) => {
    expect(whoMay((actor) => canSeePositioning(actor, aPositioning(status)))).toEqual([
      "candidate",
      "employer",
      ...staff,
    ]);
  });

  it("never by the company when the person declined", () => {
    const declined = aPositioning("declined", { via: ["suggested", "proposed", "declined"] });

    expect(whoMay((actor) => canSeePositioning(actor, declined))).toEqual(["candidate", ...staff]);
  });
});

describe("a positioning is moved", () => {
  it.each([
    ["suggested", "proposed", ["officer", "admin"]],
    ["proposed", "consented", ["candidate", "officer", "admin"]],
    ["consented", "submitted", ["officer", "admin"]],
    ["submitted", "interviewPlanned", ["employer", "officer", "admin"]],
    ["submitted", "withdrawn", ["candidate", "officer", "admin"]],
    ["submitted", "noAnswer", ["officer", "admin"]],
    ["interviewed", "hired", ["employer", "officer", "admin"]],
    ["hired", "inPostM1", ["officer", "admin"]],
    ["suggested", "submitted", []],
    ["inPostM6", "endedEarly", []],
  ] as const)("from %s to %s by the right hands", (from, to, who) => {
    expect(whoMay((actor) => movesFor(actor, aPositioning(from)).includes(to))).toEqual(who);
  });

  it("to the company never without the person's last word being yes", () => {
    const officer = anActor("officer");
    const silent = aPositioning("noAnswer", { via: ["suggested", "proposed", "noAnswer"] });
    const again = aPositioning("noAnswer", { via: ["suggested", "proposed", "consented", "submitted", "noAnswer"] });
    const changed = aPositioning("noAnswer", { via: ["proposed", "consented", "pool", "proposed", "noAnswer"] });

    expect(movesFor(officer, again)).toContain("submitted");
    expect(hasConsented(changed)).toBe(false);
    expect(movesFor(officer, silent)).toEqual(["proposed", "pool"]);
  });

  it("with a note when an officer writes down someone else's word", () => {
    expect(positioningStatuses.filter((to) => noteIsRequired("officer", to))).toEqual([
      "consented",
      "declined",
      "endedEarly",
    ]);
    expect(positioningStatuses.filter((to) => noteIsRequired("candidate", to))).toEqual([]);
  });

  it("only by those who run them, from the desk", () => {
    expect(whoMay(canRunPositionings)).toEqual(["officer", "admin"]);
  });
});

describe("the board", () => {
  it("has one place for every status", () => {
    expect(positioningStatuses.filter((status) => !statusesIn(columnOf(status)).includes(status))).toEqual([]);
    expect(statusesIn("interview")).toEqual(["interviewPlanned", "interviewed", "absent", "selected"]);
  });

  it("says whom each card waits for", () => {
    expect(positioningStatuses.filter((status) => waitsFor(status) === "candidate")).toEqual(["proposed"]);
    expect(positioningStatuses.filter((status) => waitsFor(status) === "officer")).toEqual([
      "suggested",
      "consented",
      "absent",
    ]);
    expect(positioningStatuses.filter((status) => waitsFor(status) === "employer")).toEqual([
      "submitted",
      "seen",
      "interviewed",
      "selected",
    ]);
  });

  it("counts a person as positioned elsewhere from the proposal to the hiring", () => {
    expect(positioningStatuses.filter(isUnderWay)).toEqual([
      "proposed",
      "consented",
      "submitted",
      "seen",
      "interviewPlanned",
      "interviewed",
      "absent",
      "selected",
    ]);
  });

  it.each([
    ["proposed", "2026-11-22", false],
    ["proposed", "2026-11-23", true],
    ["submitted", "2026-11-23", false],
    ["submitted", "2026-11-24", true],
    ["inPostM6", "2030-01-01", false],
  ] as const)("knows whether a card %s since 20 November is late on %s", (status, day, late) => {
    expect(isLate(aPositioning(status), day)).toBe(late);
  });

  it("calls an interview late the day after, a follow-up the day after it was due", () => {
    const interview = aPositioning("interviewPlanned", { interviewAt: "2026-11-22T23:30:00.000Z" });
    const hired = aPositioning("hired", { followUps: followUpsFrom("2026-10-22") });

    expect(isLate(interview, "2026-11-23")).toBe(false); // 00:30 in Paris
    expect(isLate(interview, "2026-11-24")).toBe(true);
    expect(isLate(hired, "2026-11-22")).toBe(false);
    expect(isLate(hired, "2026-11-23")).toBe(true);
  });

  it("counts the days of the present wait", () => {
    expect(daysWaited(aPositioning("proposed"), today)).toBe(2);
  });
});

describe("the follow-up of a job", () => {
  it("is planned at one, three and six months of the first day, ends of months included", () => {
    expect(followUpsFrom("2026-08-31").map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
      "M1 2026-09-30",
      "M3 2026-11-30",
      "M6 2027-02-28",
    ]);
  });

  it("goes on with the first call not made", () => {
    const [first, ...others] = followUpsFrom("2026-08-31");
    const followUps = first
      ? [{ ...first, doneAt: "2026-09-30T08:00:00.000Z", result: "inPost" as const }, ...others]
      : [];

    expect(nextFollowUp({ followUps })?.kind).toBe("M3");
    expect(nextFollowUp({ followUps: [] })).toBeNull();
  });
});
