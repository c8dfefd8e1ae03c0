import { type CvTable, cvTable } from "./cv-table.ts";
import type { Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { type OfferTable, offerTable } from "./offer-table.ts";

/** The people who fit an offer, best first with their reasons, and how many each condition sets aside. */
export const rankCvs = (offer: MatchOffer, cvs: CvTable | Iterable<MatchCv>, options: RankOptions): Ranking =>
  ("rankFor" in cvs ? cvs : cvTable(cvs)).rankFor(offer, options);

/** The offers that fit a person, the same way. */
export const rankOffers = (cv: MatchCv, offers: OfferTable | Iterable<MatchOffer>, options: RankOptions): Ranking =>
  ("rankFor" in offers ? offers : offerTable(offers)).rankFor(cv, options);
