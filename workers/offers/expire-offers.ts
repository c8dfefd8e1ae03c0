import { moveOffer } from "#server/offers/move-offer.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";

/** Far above what ends in a night; what is left is taken a minute later. */
const most = 1000;

/** Pages and search already read the date; this makes the state say it, and tells the employer. */
export const expireOffers = async (): Promise<void> => {
  const over = await OfferModel.find({ status: anyOf(["published", "suspended"]), expiresOn: lessThan(today()) })
    .limit(most)
    .lean();
  for (const document of over) await expire(toOffer(document));
};

/** Somebody closed or extended it in the same second: theirs stands. */
const expire = async (offer: Offer): Promise<void> => {
  try {
    await moveOffer(offer, { to: "expired", hand: "system", by: null, effects: [owe("mail", "expired")] });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
};
