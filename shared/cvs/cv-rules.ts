import type { Company } from "#shared/companies/company.ts";
import { isOwnCompany, isVerified } from "#shared/companies/company-rules.ts";
import { type Actor, readsFiles } from "#shared/kernel/actor.ts";
import type { ContactRequestStatus } from "./contact-request.ts";
import type { Cv } from "./cv.ts";
import { consentsToLibrary } from "./library-consent.ts";

/** How much of a CV an actor sees; null is nothing, and the CV is missing for them. */
export type CvSight = "named" | "anonymous" | null;

type Known = Pick<Cv, "accountId" | "status" | "visibility" | "libraryConsent" | "blockedCompanyIds">;

/** What the server knows of an employer besides their account: their company, and the person's answer to it. */
export type Ties = { readonly company: Pick<Company, "id" | "status"> | null; readonly contactAccepted: boolean };

/** A person's own, always; staff unless hidden, counsellors never; a verified company as the person decided, unless shut out. */
export const viewOf = (cv: Known, actor: Actor, ties: Ties): CvSight => {
  if (isOwnCv(actor, cv)) return "named";
  if (cv.status !== "active") return null;
  if (readsFiles(actor)) return cv.visibility === "hidden" ? null : "named";
  return isShutOut(cv, actor, ties) ? null : librarySight(cv, ties.contactAccepted);
};

const isOwnCv = (actor: Actor, cv: Pick<Cv, "accountId">): boolean =>
  actor.role === "candidate" && actor.accountId === cv.accountId;

/** The library opens to an employer once staff have verified the company. */
export const canSearchLibrary = (actor: Actor, company: Pick<Company, "id" | "status"> | null): boolean =>
  readsFiles(actor) || (company !== null && isOwnCompany(actor, company.id) && isVerified(company));

/** A company asks for contact where it sees a CV without its name. */
export const canAskContact = (cv: Known, actor: Actor, ties: Ties): boolean =>
  actor.role === "employer" && viewOf(cv, actor, ties) === "anonymous";

/** A yes may be taken back, and a no become a yes: both are the person's. */
export const contactTransitions = {
  asked: ["accepted", "declined"],
  accepted: ["declined"],
  declined: ["accepted"],
} as const satisfies Record<ContactRequestStatus, readonly ContactRequestStatus[]>;

/** Whether officers and the ranking may use it. */
export const canBeMatched = (cv: Pick<Cv, "status" | "visibility">): boolean =>
  cv.status === "active" && cv.visibility !== "hidden";

/** CVs an employer may open in a day. */
export const dailyCvQuota = 50;

const isShutOut = (cv: Known, actor: Actor, { company }: Ties): boolean =>
  company === null || !canSearchLibrary(actor, company) || cv.blockedCompanyIds.includes(company.id);

const librarySight = (cv: Known, contactAccepted: boolean): CvSight => {
  if (!consentsToLibrary(cv)) return null;
  return cv.visibility === "named" || contactAccepted ? "named" : "anonymous";
};
