import { type Actor, isOfficer, isStaff } from "#shared/kernel/actor.ts";
import type { Company, CompanyStatus } from "./company.ts";

/** From each status, the statuses staff may move a company to. Nobody else moves one. */
export const companyTransitions = {
  pending: ["verified", "refused"],
  verified: ["refused"],
  refused: ["verified"],
} as const satisfies Record<CompanyStatus, readonly CompanyStatus[]>;

export const companyMayBecome = (from: CompanyStatus, to: CompanyStatus): boolean =>
  (companyTransitions[from] as readonly CompanyStatus[]).includes(to);

type Known = Pick<Company, "id" | "status">;

/** Officers know their companies; the admin keeps the moderation queue: both verify. */
export const canVerifyCompany = (actor: Actor): boolean => isOfficer(actor);

export const canMoveCompany = (actor: Actor, company: Known, to: CompanyStatus): boolean =>
  canVerifyCompany(actor) && companyMayBecome(company.status, to);

/** The sheet with contacts, notes and next action: never shown to the company itself (it is the officers' work). */
export const canSeeCompanySheet = (actor: Actor): boolean => isStaff(actor);

export const canKeepCompanySheet = (actor: Actor): boolean => isOfficer(actor);

export const isOwnCompany = (actor: Actor, companyId: string): boolean =>
  actor.role === "employer" && actor.companyId === companyId;

/** The public part: name, sector, place, presentation. */
export const canEditCompany = (actor: Actor, company: Known): boolean =>
  isOfficer(actor) || isOwnCompany(actor, company.id);

export const canRegisterCompany = (actor: Actor): boolean =>
  actor.role === "visitor" || (actor.role === "employer" && actor.companyId === null) || isOfficer(actor);

/** Until staff have verified it, its offers wait and the CV library stays closed. */
export const isVerified = (company: Pick<Company, "status">): boolean => company.status === "verified";

/** A company is dormant after that many days without a contact. */
export const dormantAfterDays = 90;
