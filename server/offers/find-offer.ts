import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { handOn } from "#shared/offers/offer-rules.ts";
import type { OfferHand } from "#shared/offers/offer-transitions.ts";
import { OfferModel, toOffer } from "./offer-model.ts";

/** An offer this actor manages, and their hand on it. @throws missing for anybody else's */
export const findManagedOffer = async (
  actor: Member,
  offerId: string,
): Promise<{ readonly offer: Offer; readonly hand: OfferHand }> => {
  const document = await OfferModel.findById(offerId).lean();
  const offer = document && toOffer(document);
  const hand = offer && handOn(actor, offer);
  if (!offer || !hand) throw new Failure("missing", "missing-page");
  return { offer, hand };
};
