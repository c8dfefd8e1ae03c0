import { offerIndex, projectOffer } from "#server/offers/offer-index.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";

/** Copies one offer from the database to the search index, or removes it there. */
export const indexOffer = async (offerId: string): Promise<void> => {
  const [index, document] = await Promise.all([offerIndex(), OfferModel.findById(offerId).lean()]);
  if (!document) return index.remove([offerId]);
  const projected = projectOffer(toOffer(document), today());
  if (projected) await index.put([projected]);
  else await index.remove([offerId], document.version);
};
