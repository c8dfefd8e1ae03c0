import type { DayOffer } from "./day-offer.ts";
import { tokenOf } from "./token.ts";
import { bitsOfOffer } from "./work-bits.ts";

/** An offer as saved searches read it: in tokens and bits. */
export type OfferFacts = {
  readonly work: number;
  readonly stems: ReadonlySet<number>;
  readonly titleStems: ReadonlySet<number>;
  readonly occupation: number;
  readonly family: number;
  readonly commune: number;
};

export const factsOf = (offer: DayOffer): OfferFacts => ({
  work: bitsOfOffer({ ...offer, contract: [offer.contract], remote: [offer.remote] }),
  stems: new Set(offer.stems.map(tokenOf)),
  titleStems: new Set(offer.titleStems.map(tokenOf)),
  occupation: tokenOf(offer.occupation),
  family: tokenOf(offer.family),
  commune: tokenOf(offer.commune),
});
