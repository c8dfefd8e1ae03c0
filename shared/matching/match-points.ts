import type { MatchLevel, Parts } from "./match.ts";
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
  occupation: occupationPoints(facts),
  skills: skillPoints(facts),
  experience: experiencePoints(facts),
  contractAndHours: contractPoints(facts),
  availability: availabilityPoints(facts),
});

/** The sum of the parts, without an object for each of fifty thousand rows. */
export const sumOfFacts = (facts: MatchFacts): number =>
  occupationPoints(facts) +
  skillPoints(facts) +
  experiencePoints(facts) +
  contractPoints(facts) +
  availabilityPoints(facts);

/** A pair that a condition sets apart is at best something to look at. */
export const levelOf = ({ score, feasible }: { score: number; feasible: boolean }): MatchLevel =>
  (feasible ? weights.levels.find(([, least]) => score >= least)?.[0] : undefined) ?? "toCheck";

// Plain constants and counted loops: this is worked out for each of fifty thousand rows.
const { parts: most, contractAndHours: given } = weights;
const { appreciated, required } = weights.experience;
const lateness = weights.availability;

const occupationPoints = ({ occupation }: MatchFacts): number => Math.round((occupation * most.occupation) / 1000);

const skillPoints = ({ covered, expected }: MatchFacts): number =>
  expected === 0 ? most.skills : Math.round((covered * most.skills) / expected);

const experiencePoints = ({ months, asked, experienceRequired }: MatchFacts): number => {
  if (asked <= 0) return most.experience;
  const bands: readonly Band[] = experienceRequired ? required : appreciated;
  for (let at = 0; at < bands.length; at += 1) {
    const band = bands[at];
    if (band !== undefined && months >= asked * band[0]) return band[1];
  }
  return 0;
};

const availabilityPoints = ({ delay }: MatchFacts): number => {
  for (let at = 0; at < lateness.length; at += 1) {
    const band = lateness[at];
    if (band !== undefined && delay <= band[0]) return band[1];
  }
  return 0;
};

type Band = readonly [least: number, points: number];

const contractPoints = ({ contract, hours, schedule }: MatchFacts): number =>
  fitPoints(contract, given.contract, 0) +
  fitPoints(hours, given.hours, given.hoursUnknown) +
  fitPoints(schedule, given.schedules, given.schedulesUnknown);

const fitPoints = (fit: Fit, known: number, unknown: number): number => {
  if (fit === refused) return 0;
  return fit === fits ? known : unknown;
};
