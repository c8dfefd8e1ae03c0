import type { MatchLevel, PartName, Parts } from "./match.ts";
import { partNames } from "./match.ts";
import { weights } from "./match-weights.ts";

export const refused = 0;
/** The offer does not say. */
export const unknownFit = 1;
export const fits = 2;
export type Fit = typeof refused | typeof unknownFit | typeof fits;

/** What a pair comes down to before points are given: numbers only, the same however they were gathered. */
export type MatchFacts = {
  /** Of a thousand. */
  occupation: number;
  /** Weight of what is held, and of all that is expected. */
  covered: number;
  expected: number;
  /** Months that count, and months asked. */
  months: number;
  asked: number;
  experienceRequired: boolean;
  contract: Fit;
  hours: Fit;
  schedule: Fit;
  /** Days between the start and the day the person is free; 0 or less is in time. */
  delay: number;
};

/** The points of each part, whole numbers: sums are exact and equal scores are really equal. */
export const partsOf = (facts: MatchFacts): Parts => ({
  occupation: Math.round((facts.occupation * weights.parts.occupation) / 1000),
  skills: skillPoints(facts),
  experience: experiencePoints(facts),
  contractAndHours: contractPoints(facts),
  availability: weights.availability.find(([late]) => facts.delay <= late)?.[1] ?? 0,
});

export const sumOf = (parts: Parts): number => partNames.reduce((sum, name: PartName) => sum + parts[name], 0);

/** A pair that a condition sets apart is at best something to look at. */
export const levelOf = ({ score, feasible }: { score: number; feasible: boolean }): MatchLevel =>
  (feasible ? weights.levels.find(([, least]) => score >= least)?.[0] : undefined) ?? "toCheck";

const skillPoints = ({ covered, expected }: MatchFacts): number =>
  expected === 0 ? weights.parts.skills : Math.round((covered * weights.parts.skills) / expected);

const experiencePoints = ({ months, asked, experienceRequired }: MatchFacts): number => {
  if (asked <= 0) return weights.parts.experience;
  const bands = experienceRequired ? weights.experience.required : weights.experience.appreciated;
  return bands.find(([share]) => months >= asked * share)?.[1] ?? 0;
};

const contractPoints = ({ contract, hours, schedule }: MatchFacts): number => {
  const given = weights.contractAndHours;
  return (
    fitPoints(contract, { known: given.contract, unknown: 0 }) +
    fitPoints(hours, { known: given.hours, unknown: given.hoursUnknown }) +
    fitPoints(schedule, { known: given.schedules, unknown: given.schedulesUnknown })
  );
};

const fitPoints = (fit: Fit, points: { known: number; unknown: number }): number =>
  fit === refused ? 0 : fit === fits ? points.known : points.unknown;
