import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { log } from "#server/platform/log.ts";
import type { SearchAnswer, SearchIndex, SearchQuery } from "#server/platform/search/port.ts";
import type { FoundOffer } from "#shared/offers/offer-search.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { publicOffers } from "./offer-visibility.ts";

export type AuthorisedAnswer = { readonly answer: SearchAnswer; readonly offers: readonly FoundOffer[] };

/**
 * Asks the index, then MongoDB whether each hit may be shown. The index is late when one may not: it is asked again
 * without it, so that totals and counts do not betray an offer that was withdrawn, and told to forget it.
 */
export const authorisedAnswer = async (index: SearchIndex, query: SearchQuery): Promise<AuthorisedAnswer> => {
  let asked = query;
  for (let round = 1; ; round += 1) {
    const answer = await index.search(asked);
    const offers = await readHits(answer.hits);
    const shown = new Set(offers.map(({ offer }) => offer.id));
    const refused = answer.hits.map(({ id }) => id).filter((id) => !shown.has(id));
    if (refused.length === 0 || round === rounds) return { answer, offers };
    log.warn({ offers: refused }, "the index is late: offers removed from it");
    asked = { ...asked, without: [...asked.without, ...refused] };
    await index.remove(refused).catch((error: unknown) => log.warn({ err: error }, "late offers not removed"));
  }
};

/** A page holds twenty: more late pages than this in a row, and the nightly comparison has work. */
const rounds = 4;

export const readHits = async (hits: SearchAnswer["hits"]): Promise<FoundOffer[]> => {
  if (hits.length === 0) return [];
  const documents = await OfferModel.find({ ...publicOffers(today()), _id: anyOf(hits.map(({ id }) => id)) }).lean();
  const found = new Map(
    documents.map(toOffer).map((offer) => [offer.id, toPublicOffer(offer, { employerKnown: offer.employerShown })]),
  );
  return hits.flatMap(({ id, distanceKm }) => {
    const offer = found.get(id);
    return offer ? [{ offer, distanceKm }] : [];
  });
};
