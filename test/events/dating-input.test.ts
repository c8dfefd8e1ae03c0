import { describe, expect, it } from "vitest";
import { pairKey, timetableInput } from "#shared/events/dating-input.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";

const company = (companyId: string) => ({
  companyId,
  name: companyId,
  tables: [{ number: 1, closed: [] }],
  offerIds: [],
});
const dating = {
  day: "2026-12-03",
  opens: "09:00",
  closes: "10:00",
  slotMinutes: 12,
  breakMinutes: 3,
  maxMeetings: 3,
  companies: [company("one"), company("two")],
  locked: [],
  forbidden: [],
  added: [],
  announced: null,
} as unknown as JobDating; // what the timetable reads of it

const person = (wishIds: string[]) => ({ id: "p", wishIds, cannot: [] }) as unknown as Registration;

const linksOf = (wishIds: string[], { match = 0, shutOut = new Set<string>() } = {}) =>
  timetableInput(dating, {
    people: [person(wishIds)],
    scores: new Map([[pairKey("p", "two"), match]]),
    shutOut,
    from: 0,
  }).people[0]?.links.map(({ companyId, worth }) => [companyId, worth]);

describe("whom a person may meet", () => {
  it("are the companies they wish for, the first one worth most", () => {
    expect(linksOf(["two", "one"])).toEqual([
      ["one", 451],
      ["two", 501],
    ]);
  });

  it("are also those of a good match, worth less than any wish", () => {
    expect(linksOf(["one"], { match: 90 })).toEqual([
      ["one", 501],
      ["two", 91],
    ]);
    expect(linksOf(["one"], { match: 30 })).toEqual([["one", 501]]);
  });

  it("are all of them for whoever named none", () => {
    expect(linksOf([])?.map(([companyId]) => companyId)).toEqual(["one", "two"]);
  });

  it("are never those they shut out, wished for or not", () => {
    expect(linksOf(["one"], { match: 90, shutOut: new Set([pairKey("p", "two")]) })).toEqual([["one", 501]]);
    expect(linksOf([], { shutOut: new Set([pairKey("p", "one")]) })?.length).toBe(1);
  });
});
