import type { Proposal } from "#client/positionings/proposal-page.tsx";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { consentDeadline } from "#shared/positionings/positioning-board.ts";
import { hasConsented } from "#shared/positionings/positioning-rules.ts";
import { findByLink } from "./answer-proposal.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { positioningsVisibleTo } from "./positioning-visibility.ts";

/** What the mail's link shows. */
export const readProposalByLink = async (token: string): Promise<Proposal> => {
  const positioning = await findByLink(token);
  const offer = await OfferModel.findById(positioning.offerId).lean();
  if (!offer) throw new Failure("gone", "proposal-is-over");
  return describe(positioning, toOffer(offer), `/propositions/${token}`);
};

/** A person's own, the newest first; those that wait for an answer before all. */
export const readMyProposals = async (actor: Member): Promise<Proposal[]> => {
  const documents = await PositioningModel.find(positioningsVisibleTo(actor)).sort({ statusAt: -1 }).limit(100).lean();
  const positionings = documents.map(toPositioning);
  const offers = await OfferModel.find({ _id: anyOf(positionings.map(({ offerId }) => offerId)) }).lean();
  const byId = new Map(offers.map(toOffer).map((offer) => [offer.id, offer]));
  return positionings
    .flatMap((positioning) => {
      const offer = byId.get(positioning.offerId);
      return offer ? describe(positioning, offer, `/mes-propositions/${positioning.id}`) : [];
    })
    .sort((one, other) => Number(other.status === "proposed") - Number(one.status === "proposed"));
};

const describe = (positioning: Positioning, offer: Offer, action: string): Proposal => ({
  offer,
  companyName: offer.employerShown || hasConsented(positioning) ? offer.companyName : null,
  status: positioning.status,
  statusAt: positioning.statusAt,
  interviewAt: positioning.interviewAt,
  interviewPlace: positioning.interviewPlace,
  startsOn: positioning.startsOn,
  answerBefore: consentDeadline(dayOf(new Date(positioning.statusAt))),
  action,
  open: isOpen(offer, today()),
});
