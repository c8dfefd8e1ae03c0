import type { Fitting } from "#client/cvs/catcher-page.tsx";
import { sayReasons } from "#client/matching/say-reasons.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { canSeeEmployer } from "#shared/offers/offer-rules.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";
import { rankOffersForCv } from "./rank-offers-for-cv.ts";

/** The offers that fit a CV that nobody posted, with their reasons, as whoever asks may see them. */
export const fittingOffers = async (cv: Cv, { actor, limit }: { actor: Actor; limit: number }): Promise<Fitting> => {
  const { ranked, total } = await rankOffersForCv(cv, { limit });
  const placed = cv.commune.code !== "";
  return {
    total,
    from: placed ? cv.commune.code : null,
    leads: ranked.map(({ offer, match }) => ({
      found: {
        offer: toPublicOffer(offer, { employerKnown: canSeeEmployer(actor, offer) }),
        distanceKm: placed ? kilometresBetween(cv.commune, offer.commune) : null,
      },
      forYou: { level: match.level, reasons: sayReasons(match.reasons, "candidate") },
    })),
  };
};
