import { describe, expect, it } from "vitest";
import type { AlertReader } from "#shared/alerts/alert.ts";
import {
  instantPerDay,
  isInstantHour,
  isItsTurn,
  lastDayOfName,
  mayWriteAtOnce,
  paceOf,
  unseenMails,
} from "#shared/alerts/alert-pace.ts";

const id = "0".repeat(24);

const aReader = (days: readonly string[], given: Partial<AlertReader> = {}): AlertReader => ({
  email: "a@exemple.invalid",
  sent: days.map((day) => ({ digestId: id, instant: false, at: day.includes("T") ? day : `${day}T06:00:00.000Z` })),
  seenAt: null,
  ...given,
});

const eight = Array.from({ length: 8 }, (_, at) => `2026-11-${String(at + 1).padStart(2, "0")}`);

describe("the rhythm of an alert", () => {
  it.each([
    ["instant", 7, "instant"],
    ["instant", 8, "daily"],
    ["instant", 16, "weekly"],
    ["instant", 24, "monthly"],
    ["daily", 8, "weekly"],
    ["weekly", 8, "monthly"],
    ["weekly", 24, "monthly"],
  ] as const)("that is %s goes, after %i mails unseen, %s", (frequency, unseen, pace) => {
    expect(paceOf(frequency, unseen)).toBe(pace);
  });

  it("counts the mails since the last sign of life", () => {
    expect(unseenMails(null)).toBe(0);
    expect(unseenMails(aReader(eight))).toBe(8);
    expect(unseenMails(aReader(eight, { seenAt: "2026-11-05T12:00:00.000Z" }))).toBe(3);
  });

  it.each([
    ["2026-11-09", "2026-11-14", false],
    ["2026-11-09", "2026-11-15", true], // seven days after the 8th
  ])("slowed down since %s, it is its turn on %s: %s", (_since, today, turn) => {
    const alert = { frequency: "daily", weekday: null, ranOn: null, confirmedAt: null, pausedUntil: null } as const;

    expect(isItsTurn(alert, { reader: aReader(eight), today })).toBe(turn);
  });

  it.each([
    [1, "2026-11-22", "2026-11-16"],
    [7, "2026-11-22", "2026-11-22"],
    [7, "2026-11-21", "2026-11-15"],
    [4, "2026-11-22", "2026-11-19"],
  ])("of day %i, seen from %s, last came on %s", (weekday, today, day) => {
    expect(lastDayOfName(weekday, today)).toBe(day);
  });
});

describe("an instant alert", () => {
  it.each([
    ["2026-11-22T05:59:59Z", false],
    ["2026-11-22T06:00:00Z", true],
    ["2026-11-22T19:59:59Z", true],
    ["2026-11-22T20:00:00Z", false],
    ["2026-10-25T05:59:59Z", false], // the night of winter time
    ["2026-10-25T06:00:00Z", true],
    ["2027-03-28T04:59:59Z", false], // the night of summer time
    ["2027-03-28T05:00:00Z", true],
    ["2026-07-01T05:00:00Z", true],
  ])("writes from 7 h to 21 h in Paris: at %s %s", (at, may) => {
    expect(isInstantHour(new Date(at))).toBe(may);
  });

  it("writes five times a day at most, its morning's mail left out", () => {
    const sent = (count: number, instant: boolean) =>
      Array.from({ length: count }, () => ({ digestId: id, instant, at: "2026-11-22T09:00:00.000Z" }));
    const may = (count: number, instant = true): boolean =>
      mayWriteAtOnce(aReader([], { sent: sent(count, instant) }), "2026-11-22");

    expect([may(instantPerDay - 1), may(instantPerDay), may(instantPerDay, false)]).toEqual([true, false, true]);
    expect(mayWriteAtOnce(aReader([], { sent: sent(9, true) }), "2026-11-23")).toBe(true);
  });
});
