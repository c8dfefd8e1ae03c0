import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Match, SetAside } from "#shared/matching/match.ts";
import { toMatchCv } from "#shared/matching/project.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { liveOfferTable } from "./offer-table.ts";

export type RankedOffer = { readonly offer: Offer; readonly match: Match };

export type OfferRanking = {
  readonly ranked: readonly RankedOffer[];
  readonly setAside: readonly SetAside[];
  readonly total: number;
};

/** The public offers that fit a person, best first; each is re-read in MongoDB and open today. */
export const rankOffersForCv = async (cv: Cv, { limit }: { limit: number }): Promise<OfferRanking> => {
  const table = await liveOfferTable.upToDate();
  const ranking = table.rankFor(toMatchCv(cv), { limit, today: today() });
  const offers = await openOffers(ranking.matches.map(({ offerId }) => offerId));
  const ranked = ranking.matches.flatMap((match) => {
    const offer = offers.get(match.offerId);
    return offer === undefined ? [] : [{ offer, match }];
  });
  return { ranked, setAside: ranking.setAside, total: ranking.total };
};

const openOffers = async (ids: readonly string[]): Promise<ReadonlyMap<string, Offer>> => {
  const documents = await OfferModel.find({ _id: anyOf(ids), ...publicOffers(today()) }).lean();
  return new Map(documents.map((document) => [document._id.toHexString(), toOffer(document)]));
};
