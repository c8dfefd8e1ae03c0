import type { MatchLevel, Parts } from "./match.ts";

/** Everything the score weighs with. Change a figure, raise the version: a stored ranking says which one made it. */
export const weights = {
  version: 2,
  /** The most each part can give; together 100. */
  parts: { occupation: 40, skills: 25, experience: 15, contractAndHours: 10, availability: 10 } satisfies Parts,
  occupation: {
    /** Of a thousand. Two special cases of one occupation (ROME's parent), or the case and the occupation itself. */
    kin: 900,
    /** One can move to a neighbour: the nearest first. */
    neighbour: 800,
    neighbourStep: 40,
    /** A neighbour of the same domain (the first three signs of the code). */
    neighbourOfDomain: 60,
    /** A neighbour on the list of the other occupation only. */
    neighbourBackwards: 100,
    /** Shared skills alone never reach the last neighbour. */
    similarAtMost: 459,
    similarDomain: 0.1,
    similarGreatDomain: 0.03,
    /** Two codes of one domain, of which one is not in the referential. */
    unknownOfDomain: 250,
    /** Below, two occupations have nothing to do with each other. */
    least: 150,
    /** What a person has practised weighs less than what they seek, and is never "très bien": they may have left it. */
    practisedTenths: 4,
    /** From here on, an experience counts as practice. */
    practisedMonths: 6,
    /** From here on, months in a near occupation count, in proportion. */
    experienceCounts: 500,
  },
  skills: { requiredCore: 4, required: 2, appreciated: 1 },
  /** Share of the months asked → points, the first that is reached. */
  experience: {
    appreciated: [
      [1, 15],
      [0.5, 10],
      [0.01, 5],
    ],
    required: [
      [1, 15],
      [0.75, 8],
    ],
  },
  contractAndHours: { contract: 5, hours: 3, hoursUnknown: 1, schedules: 2, schedulesUnknown: 1 },
  /** Days late at most → points. */
  availability: [
    [0, 10],
    [14, 7],
    [31, 4],
    [92, 1],
  ],
  /** The least score of each level. */
  levels: [
    ["veryGood", 80],
    ["good", 60],
    ["possible", 40],
  ],
} as const satisfies { readonly levels: readonly (readonly [MatchLevel, number])[]; readonly [part: string]: unknown };
