import { describe, expect, it } from "vitest";
import type { Condition, Parts } from "#shared/matching/match.ts";
import type { MatchCv, MatchOffer } from "#shared/matching/match-input.ts";
import { weights } from "#shared/matching/match-weights.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import { aMatchCv, aMatchOffer, brive, today } from "./some-pairs.ts";

type Case = readonly [name: string, cv: Partial<MatchCv>, offer: Partial<MatchOffer>];

const match = (cv: Partial<MatchCv>, offer: Partial<MatchOffer>) =>
  scoreMatch(aMatchCv(cv), aMatchOffer(offer), { today });

describe("a person and an offer are set apart", () => {
  const licence = (code: string): Condition => ({ kind: "licence", code });
  const diploma = (code: string): Condition => ({ kind: "diploma", code });
  const other = (kind: "distance" | "schedule" | "hours" | "contract" | "shutOut"): Condition => ({ kind, code: null });

  it.each<readonly [...Case, Condition[]]>([
    ["by the diploma the law requires", { occupations: ["J1501"] }, { occupation: "J1501" }, [diploma("deas")]],
    [
      "by the law's diploma once, though the offer names it",
      { occupations: ["J1501"] },
      { occupation: "J1501", requiredLicences: ["permis-b", "deas"] },
      [diploma("deas"), licence("permis-b")],
    ],
    [
      "by the one of the law's diplomas that the offer names",
      { occupations: ["J1310"] },
      { occupation: "J1310", requiredLicences: ["dea"] },
      [diploma("dea")],
    ],
    ["by a required licence", { licences: ["permis-a"] }, { requiredLicences: ["permis-b"] }, [licence("permis-b")]],
    [
      "by each required licence",
      {},
      { requiredLicences: ["permis-b", "deas", "permis-b"] },
      [licence("permis-b"), licence("deas")],
    ],
    [
      "by a lorry licence a car licence does not give",
      { licences: ["permis-b"] },
      { requiredLicences: ["permis-c"] },
      [licence("permis-c")],
    ],
    ["by their own radius", { ...brive, radiusKm: 22 }, {}, [other("distance")]],
    ["by the night", { schedules: ["day", "evening"] }, { schedules: ["night"] }, [other("schedule")]],
    ["by one schedule of two", { schedules: ["day"] }, { schedules: ["day", "weekend"] }, [other("schedule")]],
    ["by a part time, full time wanted", { hours: "fullTime" }, { weeklyHours: 34.5 }, [other("hours")]],
    ["by a full time, part time wanted", { hours: "partTime" }, { weeklyHours: 35 }, [other("hours")]],
    ["by a contract", { contracts: ["cdi"] }, { contract: "interim" }, [other("contract")]],
    ["by a company shut out", { shutOutCompanyIds: ["e0"] }, {}, [other("shutOut")]],
    [
      "by everything, in one order",
      { ...brive, radiusKm: 1, schedules: ["day"], hours: "fullTime", contracts: ["cdi"], shutOutCompanyIds: ["e0"] },
      { requiredLicences: ["permis-b"], schedules: ["night"], weeklyHours: 10, contract: "cdd" },
      [licence("permis-b"), other("distance"), other("schedule"), other("hours"), other("contract"), other("shutOut")],
    ],
  ])("%s", (_, cv, offer, blockedBy) => {
    expect(match(cv, offer)).toMatchObject({ feasible: false, blockedBy, level: "toCheck" });
  });

  it.each<Case>([
    ["when nothing is asked", {}, {}],
    ["with one of the law's diplomas", { occupations: ["J1310"], licences: ["dea"] }, { occupation: "J1310" }],
    [
      "when a lorry licence gives the car one",
      { licences: ["permis-ce"] },
      { requiredLicences: ["permis-b", "permis-c"] },
    ],
    ["when a licence is only appreciated", {}, { appreciatedLicences: ["permis-b"] }],
    ["just inside the radius", { ...brive, radiusKm: 23 }, {}],
    ["when the work is done from home", { ...brive, radiusKm: 1 }, { remote: "full" }],
    ["when the person's place is unknown", { lat: null, lon: null, radiusKm: 0 }, {}],
    ["when the offer's place is unknown", { radiusKm: 0 }, { lat: null, lon: null }],
    ["when any schedule suits", { schedules: [] }, { schedules: ["night"] }],
    ["when the offer tells no schedule", { schedules: ["day"] }, { schedules: [] }],
    ["when the hours are not told", { hours: "fullTime" }, { weeklyHours: null }],
    ["at 35 hours for a full time", { hours: "fullTime" }, { weeklyHours: 35 }],
    ["when any contract suits", { contracts: [] }, { contract: "internship" }],
    ["when another company was shut out", { shutOutCompanyIds: ["e9"] }, {}],
  ])("never %s", (_, cv, offer) => {
    expect(match(cv, offer)).toMatchObject({ feasible: true, blockedBy: [] });
  });
});

describe("points", () => {
  const asks = (experienceMonths: number, experienceRequired = false) => ({ experienceMonths, experienceRequired });
  const worked = (months: number, occupation = "K1304") => ({ experiences: [{ occupation, months }] });
  const skills = ["aider-toilette", "conduire-tracteur"];

  it.each<readonly [...Case, Partial<Parts>]>([
    ["the wanted occupation", {}, {}, { occupation: 40 }],
    ["the second wanted as the first", { occupations: ["A1201", "K1304"] }, {}, { occupation: 40 }],
    ["an occupation only practised, less", { occupations: ["A1201"], ...worked(6) }, {}, { occupation: 16 }],
    ["nothing for one practised too short", { occupations: ["A1201"], ...worked(5) }, {}, { occupation: 0 }],
    ["nothing for a foreign occupation", { occupations: ["A1201"] }, {}, { occupation: 0 }],
    [
      "same code, though no referential knows it",
      { occupations: ["Z9901"] },
      { occupation: "Z9901" },
      { occupation: 40 },
    ],
    ["same domain, little, when one code is unknown", { occupations: ["K1399"] }, {}, { occupation: 10 }],
    ["all the skills asked", { skills }, { requiredSkills: skills }, { skills: 25 }],
    ["none of them", {}, { requiredSkills: skills }, { skills: 0 }],
    [
      "a required one twice an appreciated one",
      { skills: ["x"] },
      { requiredSkills: ["x"], appreciatedSkills: ["y"] },
      { skills: 17 },
    ],
    [
      "an appreciated licence as a skill",
      { licences: ["sst"] },
      { appreciatedSkills: ["y"], appreciatedLicences: ["sst"] },
      { skills: 13 },
    ],
    ["no skill twice", { skills: ["x"] }, { requiredSkills: ["x", "x"], appreciatedSkills: ["x"] }, { skills: 25 }],
    ["the skills of what was practised", worked(24), {}, { skills: 25 }],
    ["the experience asked", worked(12), asks(12), { experience: 15 }],
    ["half of it", worked(6), asks(12), { experience: 10 }],
    ["a little of it", worked(1), asks(12), { experience: 5 }],
    ["none of it", {}, asks(12), { experience: 0 }],
    ["no experience, when none is asked", {}, asks(0), { experience: 15 }],
    ["most of a required experience", worked(9), asks(12, true), { experience: 8 }],
    ["half of a required experience: nothing", worked(6), asks(12, true), { experience: 0 }],
    ["nothing for years in a foreign occupation", worked(120, "A1201"), asks(12), { experience: 0 }],
    ["a contract, hours and schedules that suit", {}, {}, { contractAndHours: 10 }],
    ["hours not told, to who cares", { hours: "partTime" }, { weeklyHours: null }, { contractAndHours: 8 }],
    ["schedules not told, to who cares", { schedules: ["day"] }, {}, { contractAndHours: 9 }],
    ["who is free now", {}, {}, { availability: 10 }],
    ["who has been free for long", { availableFrom: "2026-01-01" }, {}, { availability: 10 }],
    ["who is free on the first day", { availableFrom: "2026-12-01" }, { startsOn: "2026-12-01" }, { availability: 10 }],
    ["who comes within two weeks", { availableFrom: "2026-12-06" }, {}, { availability: 7 }],
    ["who comes within a month", { availableFrom: "2026-12-20" }, {}, { availability: 4 }],
    ["who comes within three months", { availableFrom: "2027-02-20" }, {}, { availability: 1 }],
    ["who comes next year", { availableFrom: "2027-11-22" }, {}, { availability: 0 }],
    [
      "a start that is past counts from today",
      { availableFrom: "2026-11-22" },
      { startsOn: "2026-09-01" },
      { availability: 10 },
    ],
  ])("%s", (_, cv, offer, parts) => {
    expect(match(cv, offer).parts).toMatchObject(parts);
  });

  it("add up to the score, and to a hundred at most", () => {
    const { parts, score, weightsVersion } = match(worked(24), asks(12));

    expect(Object.values(parts).reduce((sum, points) => sum + points, 0)).toBe(score);
    expect(Object.values(weights.parts).reduce((sum, points) => sum + points, 0)).toBe(100);
    expect([score, weightsVersion]).toEqual([100, weights.version]);
  });

  it("are never given for a required licence nor for distance", () => {
    const near = match({}, {});

    expect(match({ licences: ["permis-b"] }, { requiredLicences: ["permis-b"] }).score).toBe(near.score);
    expect(match({ ...brive }, {}).score).toBe(near.score);
  });

  it("do not make a nurse of a neighbour who has no diploma", () => {
    const neighbour = { occupations: ["J1501"] };
    const nurse = { occupation: "J1506" };

    expect(match(neighbour, nurse).parts.occupation).toBe(0);
    expect(match({ ...neighbour, licences: ["dei"] }, nurse).parts.occupation).toBeGreaterThan(0);
    expect(match({ occupations: ["J1506"] }, nurse).parts.occupation).toBe(40);
  });

  it.each([
    [{ experiences: [{ occupation: "K1304", months: 24 }] }, { experienceMonths: 12 }, "veryGood"],
    [{}, { experienceMonths: 12 }, "good"],
    [{ availableFrom: "2027-11-22" }, { experienceMonths: 12 }, "possible"],
    [{ occupations: ["A1201"], experiences: [{ occupation: "K1304", months: 240 }] }, {}, "good"],
    [{ occupations: ["J1501"] }, { occupation: "J1501" }, "toCheck"],
    [
      { occupations: ["J1501"], licences: ["deas"], experiences: [{ occupation: "J1501", months: 12 }] },
      { occupation: "J1501" },
      "veryGood",
    ],
    [{ occupations: ["A1201"] }, { experienceMonths: 12 }, "toCheck"],
  ] as const)("%o for %o make a level: %s", (cv, offer, level) => {
    expect(match(cv, offer).level).toBe(level);
  });
});
