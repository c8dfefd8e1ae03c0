import type { Day } from "#shared/kernel/calendar.ts";
import type { ContractType, Schedule } from "#shared/offers/offer-words.ts";
import type { TravelMeans } from "#shared/referentials/travel.ts";

/** What sets a person and an offer apart whatever the points, in the order in which it is told. */
export const conditionKinds = ["diploma", "licence", "distance", "schedule", "hours", "contract", "shutOut"] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** `code` is the missing licence, or the diploma the law requires; it is null for the other conditions. */
export type Condition = { readonly kind: ConditionKind; readonly code: string | null };

export type Parts = Readonly<
  Record<"occupation" | "skills" | "experience" | "contractAndHours" | "availability", number>
>;

/** From the strongest to the weakest. */
export const matchLevels = ["veryGood", "good", "possible", "toCheck"] as const;
export type MatchLevel = (typeof matchLevels)[number];

/** Why two occupations are near: the same, two cases of one, one can move to the other, or they share skills. */
export type OccupationLink = "same" | "kin" | "neighbour" | "similar";

/** `months` were spent in this very occupation. */
type Practice = { readonly occupation: string; readonly months: number };

/** One line of the explanation, without words: the client says it to the candidate or to the officer. */
export type Reason =
  | { readonly kind: "yes"; readonly code: "wanted-occupation"; readonly facts: Practice }
  | { readonly kind: "yes"; readonly code: "practised-occupation"; readonly facts: Practice }
  | {
      readonly kind: "yes";
      readonly code: "close-occupation";
      readonly facts: { readonly occupation: string; readonly months: number; readonly link: OccupationLink };
    }
  | { readonly kind: "no"; readonly code: "other-occupation"; readonly facts: { readonly occupation: string } }
  | {
      readonly kind: "yes" | "no";
      readonly code: "experience";
      /** `months` counts full in the occupation, and less in those near it: `near` says that some of them do. */
      readonly facts: {
        readonly months: number;
        readonly near: boolean;
        readonly asked: number;
        readonly required: boolean;
      };
    }
  | { readonly kind: "yes"; readonly code: "beginners-welcome"; readonly facts: Record<string, never> }
  | {
      readonly kind: "yes" | "no";
      readonly code: "licence";
      readonly facts: { readonly licence: string; readonly required: boolean };
    }
  | {
      readonly kind: "no";
      readonly code: "diploma-by-law";
      /** Any one of them is enough; the one the offer names comes first. */
      readonly facts: { readonly licences: readonly string[] };
    }
  | {
      readonly kind: "yes" | "no";
      readonly code: "skills";
      /** `required` is null when the offer lists none and the occupation's own are expected. */
      readonly facts: { readonly skills: readonly string[]; readonly required: boolean | null };
    }
  | {
      readonly kind: "far" | "no";
      readonly code: "distance";
      readonly facts: {
        readonly km: number;
        readonly minutes: number;
        readonly means: TravelMeans;
        readonly radiusKm: number;
      };
    }
  | { readonly kind: "yes"; readonly code: "remote"; readonly facts: Record<string, never> }
  | {
      readonly kind: "yes" | "no";
      readonly code: "schedule";
      /** When refused, only what is refused. */
      readonly facts: { readonly schedules: readonly Schedule[] };
    }
  | {
      readonly kind: "no";
      readonly code: "hours";
      readonly facts: { readonly weeklyHours: number; readonly wanted: "fullTime" | "partTime" };
    }
  | { readonly kind: "no"; readonly code: "contract"; readonly facts: { readonly contract: ContractType } }
  | { readonly kind: "no"; readonly code: "available-later"; readonly facts: { readonly from: Day } };

export type Score = {
  /** Nothing of `blockedBy`. */
  readonly feasible: boolean;
  readonly blockedBy: readonly Condition[];
  /** The addends of `score`, in points. */
  readonly parts: Parts;
  /** 0 to 100. */
  readonly score: number;
  readonly level: MatchLevel;
  readonly weightsVersion: number;
};

export type Match = Score & { readonly cvId: string; readonly offerId: string; readonly reasons: readonly Reason[] };

/** Those set aside by one condition: each is counted once, under the first condition that stops it. */
export type SetAside = {
  readonly condition: Condition;
  readonly count: number;
  /** Those whom nothing but this condition stops. */
  readonly alone: number;
  /** The first of them, best score first, as many as the list asked for. */
  readonly ids: readonly string[];
};

export type Ranking = {
  /** The best, strongest first; equal scores in the order of ids. */
  readonly matches: readonly Match[];
  /** How many fit in all. */
  readonly total: number;
  readonly setAside: readonly SetAside[];
  readonly weightsVersion: number;
};

export type RankOptions = { readonly limit: number; readonly today: Day };
