import { isOwnCompany } from "#shared/companies/company-rules.ts";
import { type Actor, isOfficer } from "#shared/kernel/actor.ts";
import type { Positioning } from "./positioning.ts";
import { type PositioningHand, positioningMovesOf } from "./positioning-transitions.ts";
import type { PositioningStatus } from "./positioning-words.ts";

type Known = Pick<Positioning, "accountId" | "companyId" | "status" | "steps">;

export const canRunPositionings = (actor: Actor): boolean => isOfficer(actor);

/** The candidate knows of it once it is proposed, the company once it is submitted; officers from the first day. */
export const canSeePositioning = (actor: Actor, positioning: Known): boolean =>
  handOnPositioning(actor, positioning) !== null;

/** The hand this actor has on a positioning, or null: for them it does not exist. */
export const handOnPositioning = (actor: Actor, positioning: Known): PositioningHand | null => {
  if (isOfficer(actor)) return "officer";
  if (isOwnCompany(actor, positioning.companyId)) return wasEver(positioning, "submitted") ? "employer" : null;
  return actor.role === "candidate" && actor.accountId === positioning.accountId && wasEver(positioning, "proposed")
    ? "candidate"
    : null;
};

/** What this actor may do next with it: the buttons of its card. */
export const movesFor = (actor: Actor, positioning: Known): PositioningStatus[] => {
  const hand = handOnPositioning(actor, positioning);
  if (hand === null) return [];
  return positioningMovesOf(positioning.status, hand).filter((to) => !lacksConsent(positioning, to));
};

/** The person's last word, whoever wrote it down. */
export const hasConsented = ({ steps }: Pick<Positioning, "steps">): boolean =>
  steps.findLast(({ status }) => status === "consented" || status === "declined" || status === "proposed")?.status ===
  "consented";

/** No name goes to a company without the person's yes, whatever road the card took. */
const lacksConsent = (positioning: Pick<Positioning, "steps">, to: PositioningStatus): boolean =>
  to === "submitted" && !hasConsented(positioning);

/** A closed offer is proposed to nobody, takes no yes that nothing could follow, and gets no name. */
export const needsOpenOffer = (to: PositioningStatus): boolean =>
  to === "proposed" || to === "consented" || to === "submitted";

/** An officer who writes down someone else's word says when and how it was given. */
export const noteIsRequired = (hand: PositioningHand, to: PositioningStatus): boolean =>
  hand === "officer" && (to === "consented" || to === "declined" || to === "endedEarly");

/** The person knows of it from then on. */
export const wasProposed = (positioning: Pick<Positioning, "steps">): boolean => wasEver(positioning, "proposed");

const wasEver = ({ steps }: Pick<Positioning, "steps">, wanted: PositioningStatus): boolean =>
  steps.some(({ status }) => status === wanted);
