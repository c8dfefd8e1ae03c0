import { log } from "#server/platform/log.ts";
import type { SearchAnswer, SearchIndex } from "#server/platform/search/port.ts";
import type { OfferResults, OfferSearch } from "#shared/offers/offer-search.ts";
import { offerIndex } from "./offer-index.ts";
import { offersInDoubt } from "./offers-in-doubt.ts";
import { facetCounts, noFacetCounts } from "./search-offers-facets.ts";
import { authorisedAnswer } from "./search-offers-hits.ts";
import { proposalsFor } from "./search-offers-proposals.ts";
import { indexQuery } from "./search-offers-query.ts";
import { type ReadSearch, readSearch } from "./search-offers-reading.ts";
import { simplifiedSearch } from "./search-offers-simplified.ts";

/** The public offers a search finds: ids from the index, everything shown from MongoDB. */
export const searchOffers = async (asked: OfferSearch): Promise<OfferResults> => {
  const read = readSearch(asked);
  try {
    return await searchIndex(read);
  } catch (error) {
    if (error instanceof RangeError) throw error; // a field the index does not have: a fault of ours
    log.warn({ err: error }, "search index away: simplified search");
    return { ...nothing(read), ...(await simplifiedSearch(read.search)), simplified: true };
  }
};

const searchIndex = async (read: ReadSearch): Promise<OfferResults> => {
  const { search, place } = read;
  const [opened, hidden] = await Promise.all([offerIndex(), offersInDoubt()]);
  const index: SearchIndex = { ...opened, search: (query) => opened.search({ ...query, without: hidden }) };
  const { answer, offers } = await authorisedAnswer(index, indexQuery(search, place));
  return {
    ...nothing(read),
    total: answer.total,
    offers,
    facets: facetCounts(answer, search),
    found: [...new Set(answer.hits.flatMap(({ found }) => found))],
    corrected: answer.corrected,
    relaxed: answer.relaxed,
    proposals: foundNothing(answer) ? await proposalsFor(index, { search, place }) : [],
  };
};

const nothing = ({ search, place, unknownPlace }: ReadSearch): OfferResults => ({
  search,
  place: place && { code: place.code, name: place.name, postcode: place.postcodes[0] ?? "" },
  unknownPlace,
  total: 0,
  offers: [],
  facets: noFacetCounts,
  found: [],
  corrected: null,
  relaxed: false,
  simplified: false,
  proposals: [],
});

const foundNothing = ({ total, relaxed }: SearchAnswer): boolean => total === 0 || relaxed;
