import type { Company } from "#shared/companies/company.ts";
import { isOwnCompany } from "#shared/companies/company-rules.ts";
import { type Actor, isOfficer, isStaff } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import type { Offer } from "./offer.ts";
import { isOpen } from "./offer-life.ts";
import { type OfferHand, offerMayMove } from "./offer-transitions.ts";
import type { OfferStatus } from "./offer-words.ts";

type Owned = Pick<Offer, "companyId">;

/** The hand this actor has on an offer, or null: the offer is somebody else's. */
export const handOn = (actor: Actor, offer: Owned): OfferHand | null => {
  if (isOfficer(actor)) return "officer";
  return isOwnCompany(actor, offer.companyId) ? "employer" : null;
};

export const canWriteOffers = (actor: Actor): boolean =>
  isOfficer(actor) || (actor.role === "employer" && actor.companyId !== null);

/** Exclusive offers, and offers for any company, are recorded by officers. */
export const canRecordOffers = (actor: Actor): boolean => isOfficer(actor);

/** Drafts, applications, health: everything its owner and staff see of an offer. */
export const canSeeOfferFile = (actor: Actor, offer: Owned): boolean =>
  isStaff(actor) || isOwnCompany(actor, offer.companyId);

/** How the public page of an offer answers this actor. */
export type OfferPageView = "shown" | "gone" | "missing";

/** What decides who may see an offer. */
export type ShownOffer = Pick<
  Offer,
  "companyId" | "status" | "expiresOn" | "exclusive" | "publishedAt" | "positionedAccountIds"
>;

/** `gone` (410, with similar offers) is only for those who might have seen it open. */
export const offerPageFor = (actor: Actor, offer: ShownOffer, today: Day): OfferPageView => {
  if (canSeeOfferFile(actor, offer)) return "shown";
  if (offer.publishedAt === null || (offer.exclusive && !isPositioned(actor, offer))) return "missing";
  return isOpen(offer, today) ? "shown" : "gone";
};

export const canSeeOffer = (actor: Actor, offer: ShownOffer, today: Day): boolean =>
  offerPageFor(actor, offer, today) === "shown";

/** The employer's name, when this actor may know it: shown to all, or to those who hold the file. */
export const canSeeEmployer = (actor: Actor, offer: Owned & Pick<Offer, "employerShown">): boolean =>
  offer.employerShown || canSeeOfferFile(actor, offer);

const editable: readonly OfferStatus[] = ["draft", "pending", "published", "suspended", "expired"];

export const canEditOffer = (actor: Actor, offer: Owned & Pick<Offer, "status">): boolean =>
  handOn(actor, offer) !== null && editable.includes(offer.status);

const extendable: readonly OfferStatus[] = ["published", "suspended"];

export const canExtendOffer = (actor: Actor, offer: Owned & Pick<Offer, "status">): boolean =>
  handOn(actor, offer) !== null && extendable.includes(offer.status);

export const canMoveOffer = (actor: Actor, offer: Owned & Pick<Offer, "status">, to: OfferStatus): boolean => {
  const hand = handOn(actor, offer);
  return hand !== null && offerMayMove({ from: offer.status, to, hand });
};

/** Where "publish" leads: an offer of a company not yet verified waits for moderation. */
export const publishedAs = (company: Pick<Company, "status">): "published" | "pending" =>
  company.status === "verified" ? "published" : "pending";

type Publishable = Pick<Offer, "expiresOn" | "request">;

/** Why an offer may not be published now, as a stable code, or null when it may. */
export const publicationObstacle = (
  offer: Publishable,
  { company, today }: { company: Pick<Company, "status">; today: Day },
): "company-not-verified" | "publication-not-requested" | "offer-is-over" | null => {
  if (company.status !== "verified") return "company-not-verified";
  if (offer.request === null) return "publication-not-requested"; // L5334-1: the proof of the express request
  return offer.expiresOn < today ? "offer-is-over" : null;
};

const isPositioned = (actor: Actor, offer: Pick<Offer, "positionedAccountIds">): boolean =>
  actor.role === "candidate" && offer.positionedAccountIds.includes(actor.accountId);
