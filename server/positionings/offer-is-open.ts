import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { isOpen } from "#shared/offers/offer-life.ts";

/** Whether the offer still takes people; one that was erased takes nobody. */
export const offerIsOpen = async (offerId: string): Promise<boolean> => {
  const offer = await OfferModel.findById(offerId).lean();
  return offer !== null && isOpen(toOffer(offer), today());
};
