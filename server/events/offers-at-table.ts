import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";

/** The open exclusive offers of a company: those it comes for first. Only these may lead to a positioning. */
export const offersAtTable = async (dating: JobDating, companyId: string): Promise<Offer[]> => {
  const cameFor = dating.companies.find((one) => one.companyId === companyId)?.offerIds ?? [];
  const offers = (await OfferModel.find({ companyId, status: "published" }).limit(200).lean())
    .map(toOffer)
    .filter((offer) => offer.exclusive && isOpen(offer, today()));
  const rank = ({ id }: Offer): number => (cameFor.includes(id) ? 0 : 1);
  return offers.sort((one, other) => rank(one) - rank(other) || one.title.localeCompare(other.title, "fr"));
};
