import { log } from "#server/platform/log.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { everyOffer, type FoundOffer } from "#shared/offers/offer-search.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { offerIndex } from "./offer-index.ts";
import { authorisedAnswer, readHits } from "./search-offers-hits.ts";
import { indexQuery } from "./search-offers-query.ts";

const most = 4;

/** Open offers of the same trade, else of the trades next to it, the nearest first. None while the index is away. */
export const similarOffers = async (offer: Offer): Promise<readonly FoundOffer[]> => {
  const { neighbours = [] } = occupationByCode(offer.occupation) ?? {};
  try {
    const same = await nearest(offer, [offer.occupation]);
    const others = same.length < most ? await nearest(offer, neighbours.slice(0, 5)) : [];
    return [...same, ...others].slice(0, most);
  } catch (error) {
    log.warn({ err: error }, "search index away: no similar offer");
    return [];
  }
};

const nearest = async (offer: Offer, occupation: readonly string[]): Promise<FoundOffer[]> => {
  if (occupation.length === 0) return [];
  const query = indexQuery({ ...everyOffer, occupation: [...occupation] }, null);
  const near = { lat: offer.commune.lat, lon: offer.commune.lon, km: null };
  const asked = { ...query, near, sort: "distance" as const, pageSize: most + 1 };
  const offers = await readHits(await authorisedAnswer(await offerIndex(), asked));
  return offers.filter((found) => found.offer.id !== offer.id);
};
