import { isOwnCompany } from "#shared/companies/company-rules.ts";
import { type Actor, isOfficer, readsFiles } from "#shared/kernel/actor.ts";
import { addDays, type Day } from "#shared/kernel/calendar.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { canSeeOffer, type ShownOffer } from "#shared/offers/offer-rules.ts";
import type { Application, ApplicationStatus } from "./application.ts";
import { type ApplicationHand, applicationMayMove, isOpenApplication } from "./application-transitions.ts";

type Parties = Pick<Application, "accountId" | "companyId">;

/** An exclusive offer is not applied to: one is positioned on it. */
export const canApply = (actor: Actor, offer: ShownOffer, today: Day): boolean =>
  actor.role === "candidate" && !offer.exclusive && canSeeOffer(actor, offer, today) && isOpen(offer, today);

const isApplicant = (actor: Actor, application: Pick<Application, "accountId">): boolean =>
  actor.role === "candidate" && actor.accountId === application.accountId;

/** The hand this actor has on an application, or null: it is somebody else's. Officers answer for their companies. */
export const handOnApplication = (actor: Actor, application: Parties): ApplicationHand | null => {
  if (isApplicant(actor, application)) return "candidate";
  return isOfficer(actor) || isOwnCompany(actor, application.companyId) ? "employer" : null;
};

export const canSeeApplication = (actor: Actor, application: Parties): boolean =>
  readsFiles(actor) || handOnApplication(actor, application) !== null;

/** Once withdrawn, the company no longer reads the CV that came with it. */
export const canReadApplicationCv = (actor: Actor, application: Parties & Pick<Application, "status">): boolean =>
  canSeeApplication(actor, application) && (application.status !== "withdrawn" || !isEmployerOf(actor, application));

export const canMoveApplication = (
  actor: Actor,
  application: Parties & Pick<Application, "status">,
  to: ApplicationStatus,
): boolean => {
  const hand = handOnApplication(actor, application);
  return hand !== null && applicationMayMove({ from: application.status, to, hand });
};

export const canWithdraw = (actor: Actor, application: Parties & Pick<Application, "status">): boolean =>
  canMoveApplication(actor, application, "withdrawn");

/** Days after the application: the employer is reminded twice; then both are told that it lapsed. */
export const reminderAfterDays = [3, 7] as const;
export const nudgeAfterDays = 10;
export const lapseAfterDays = 60;

/** One nudge by the candidate, after ten days without an answer. */
export const canNudge = (
  actor: Actor,
  application: Parties & Pick<Application, "status" | "nudgedAt">,
  { sentOn, today }: { sentOn: Day; today: Day },
): boolean =>
  isApplicant(actor, application) &&
  isOpenApplication(application.status) &&
  application.nudgedAt === null &&
  addDays(sentOn, nudgeAfterDays) <= today;

/** The next day something happens if nobody moves; null once it is over. */
export const nextDeadline = (status: ApplicationStatus, { sentOn, today }: { sentOn: Day; today: Day }): Day | null => {
  if (!isOpenApplication(status)) return null;
  const steps = status === "new" ? [...reminderAfterDays, lapseAfterDays] : [lapseAfterDays];
  return steps.map((days) => addDays(sentOn, days)).find((day) => day > today) ?? addDays(sentOn, lapseAfterDays);
};

const isEmployerOf = (actor: Actor, { companyId }: Parties): boolean => isOwnCompany(actor, companyId);
