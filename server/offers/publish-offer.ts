import { findCompany } from "#server/companies/find-company.ts";
import { now, today } from "#server/platform/clock.ts";
import { type Effect, owe } from "#server/platform/effects.ts";
import { nextSequence } from "#server/platform/sequence.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { Company } from "#shared/companies/company.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { extendedExpiry } from "#shared/offers/offer-life.ts";
import { publicationObstacle, publishedAs } from "#shared/offers/offer-rules.ts";
import type { OfferHand } from "#shared/offers/offer-transitions.ts";
import { findManagedOffer } from "./find-offer.ts";
import { type Move, moveOffer } from "./move-offer.ts";

/** Puts an offer online at its employer's request; that of a company not yet verified waits for staff. */
export const publishOffer = async (actor: Member, offerId: string): Promise<Offer> => {
  const { offer, hand } = await findManagedOffer(actor, offerId);
  const company = await findCompany(offer.companyId);
  if (offer.status === "suspended" || offer.status === "expired") return putBack(actor, { offer, hand, company });
  const asked = { ...offer, request: requestOf(actor) };
  if (publishedAs(company) === "published")
    return putOnline(offer, { asked, company, hand, by: actor.accountId, effects: [] });
  if (asked.expiresOn < today()) throw new Failure("conflict", "offer-is-over");
  const pending = await moveOffer(offer, {
    to: "pending",
    hand,
    by: actor.accountId,
    also: { request: asked.request },
  });
  sendSignal("staff", "moderation-changed", { offerId });
  return publishIfVerifiedMeanwhile(pending);
};

type Online = {
  /** The offer with the request it was given now. */
  asked: Offer;
  company: Company;
  hand: OfferHand;
  by: string | null;
  effects: readonly Effect[];
};

/** The first time, it takes its place in the order alerts read. */
export const putOnline = async (offer: Offer, { asked, company, hand, by, effects }: Online): Promise<Offer> => {
  const obstacle = publicationObstacle(asked, { company, today: today() });
  if (obstacle) throw new Failure("conflict", obstacle);
  const first = offer.publishedAt === null;
  const move: Move = {
    to: "published",
    hand,
    by,
    also: {
      request: asked.request,
      expiresOn: asked.expiresOn,
      closingReason: null,
      ...(first && { publishedAt: now(), sequence: await nextSequence("offers") }),
    },
    effects: [owe("match"), ...effects],
  };
  return moveOffer(offer, move);
};

/** An offer whose last day is past gets a new one: that is what "put it back" means. */
const putBack = (actor: Member, { offer, hand, company }: { offer: Offer; hand: OfferHand; company: Company }) => {
  const over = offer.expiresOn < today();
  const asked = {
    ...offer,
    request: offer.request ?? requestOf(actor),
    expiresOn: over ? extendedExpiry(offer, today()) : offer.expiresOn,
  };
  return putOnline(offer, { asked, company, hand, by: actor.accountId, effects: [] });
};

/** L5334-1: an offer is published at the express request of whoever recruits. */
const requestOf = (actor: Member): NonNullable<Offer["request"]> => ({
  contactName: `${actor.firstName} ${actor.lastName}`,
  channel: "online",
  on: today(),
});

/** Staff verified the company between our reading it and our writing: the offer must not wait for nobody. */
const publishIfVerifiedMeanwhile = async (offer: Offer): Promise<Offer> => {
  const company = await findCompany(offer.companyId);
  if (company.status !== "verified") return offer;
  return putOnline(offer, { asked: offer, company, hand: "system", by: null, effects: [] });
};
