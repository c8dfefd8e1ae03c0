import { alertTreatments } from "./register-alerts.ts";
import { candidateTreatments } from "./register-candidates.ts";
import { eventTreatments } from "./register-events.ts";
import { forumTreatments } from "./register-forums.ts";
import { serviceTreatments } from "./register-service.ts";
import { workTreatments } from "./register-work.ts";

export const legalBases = ["mission", "consent", "law"] as const;
export type LegalBasis = (typeof legalBases)[number];

/**
 * One line of the register of processing (GDPR article 30), for one collection: why, on what ground, how long, for
 * whom. Every field is on one of the two lists; a new one fails test/accounts/register.test.ts until somebody decided.
 * `name.*` stands for the parts of a fixed thing (a commune, a pay).
 */
export type Treatment = {
  readonly collection: string;
  readonly what: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly kept: string;
  readonly readers: string;
  readonly personal: readonly string[];
  readonly technical: readonly string[];
};

export const register: readonly Treatment[] = [
  ...candidateTreatments,
  ...eventTreatments,
  ...forumTreatments,
  ...workTreatments,
  ...alertTreatments,
  ...serviceTreatments,
];
