import type { Day } from "#shared/kernel/calendar.ts";
import type { ContractType, RemoteShare, Schedule } from "#shared/offers/offer-words.ts";
import type { TravelMeans } from "#shared/referentials/travel.ts";

/**
 * All that the ranker may know of a person. What article L1132-1 of the Code du travail forbids has no field here:
 * no name, sex, age, address, nationality, family, health, allowance or photo. By type, not by care.
 */
export type MatchCv = {
  readonly id: string;
  /** Wanted ROME codes. */
  readonly occupations: readonly string[];
  readonly experiences: readonly { readonly occupation: string; readonly months: number }[];
  readonly skills: readonly string[];
  readonly licences: readonly string[];
  /** The commune's point, never a home's; null when unknown. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radiusKm: number;
  readonly means: readonly TravelMeans[];
  /** Accepted; empty: any. */
  readonly contracts: readonly ContractType[];
  readonly hours: "any" | "fullTime" | "partTime";
  /** Accepted; empty: any. */
  readonly schedules: readonly Schedule[];
  /** Null: now. */
  readonly availableFrom: Day | null;
  /** Companies the person has shut out: they are never brought together. */
  readonly shutOutCompanyIds: readonly string[];
};

/** All that the ranker may know of an offer. */
export type MatchOffer = {
  readonly id: string;
  readonly companyId: string;
  readonly occupation: string;
  readonly requiredSkills: readonly string[];
  readonly appreciatedSkills: readonly string[];
  readonly requiredLicences: readonly string[];
  readonly appreciatedLicences: readonly string[];
  /** 0: beginners welcome. */
  readonly experienceMonths: number;
  readonly experienceRequired: boolean;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly contract: ContractType;
  readonly weeklyHours: number | null;
  /** Empty: not said. */
  readonly schedules: readonly Schedule[];
  /** Null: as soon as possible. */
  readonly startsOn: Day | null;
  readonly withoutCar: boolean;
  readonly remote: RemoteShare;
};
