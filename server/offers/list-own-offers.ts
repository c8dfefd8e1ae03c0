import type { Member } from "#shared/kernel/actor.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { offersManagedBy } from "./offer-visibility.ts";

/** More offers than any company here ever wrote. */
const most = 500;

/** The offers of the actor's company, the newest first. */
export const listOwnOffers = async (actor: Member): Promise<Offer[]> =>
  (await OfferModel.find(offersManagedBy(actor)).sort({ createdAt: -1 }).limit(most).lean()).map(toOffer);
