import { today } from "#server/platform/clock.ts";
import { visitor } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { isPublic } from "#shared/offers/offer-life.ts";
import { offerPageFor } from "#shared/offers/offer-rules.ts";
import { type PublicOffer, toPublicOffer } from "#shared/offers/public-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";

/** One offer for the open API, the same for whoever asks: public, else gone or missing as for a visitor. */
export const findPublicOffer = async (id: string): Promise<PublicOffer> => {
  const document = await OfferModel.findById(id).lean();
  if (!document) throw new Failure("missing", "missing-page");
  const offer = toOffer(document);
  if (isPublic(offer, today())) return toPublicOffer(offer, { employerKnown: offer.employerShown });
  throw isOver(offer.status) && offerPageFor(visitor, offer, today()) === "gone"
    ? new Failure("gone", "offer-is-closed")
    : new Failure("missing", "missing-page");
};

/** A suspended offer, or one under correction, may come back: it is missing meanwhile. */
export const isOver = (status: string): boolean => !["draft", "pending", "suspended"].includes(status);
