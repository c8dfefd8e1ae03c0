import type { Edition } from "#server/http/shared-page.ts";
import { log } from "#server/platform/log.ts";
import type { SearchAnswer, SearchIndex } from "#server/platform/search/port.ts";
import type { OfferResults, OfferSearch } from "#shared/offers/offer-search.ts";
import { offerIndex } from "./offer-index.ts";
import { offersInDoubt } from "./offers-in-doubt.ts";
import { editionOf } from "./search-offers-editions.ts";
import { facetCounts, noFacetCounts } from "./search-offers-facets.ts";
import { type AuthorisedAnswer, authorisedAnswer, readHits } from "./search-offers-hits.ts";
import { proposalsFor } from "./search-offers-proposals.ts";
import { indexQuery } from "./search-offers-query.ts";
import { type ReadSearch, readSearch } from "./search-offers-reading.ts";
import { simplifiedSearch } from "./search-offers-simplified.ts";

/** The public offers a search finds: ids from the index, everything shown from MongoDB. */
export const searchOffers = async (asked: OfferSearch): Promise<OfferResults> => (await lookUp(asked)).results();

/** What a search finds, read only when it is asked for; its edition tells whether it was shown before, and is so still. */
export type LookedUp = { readonly edition: Edition | null; readonly results: () => Promise<OfferResults> };

export const lookUp = async (asked: OfferSearch): Promise<LookedUp> => {
  const read = readSearch(asked);
  const simplified = async (error: unknown): Promise<OfferResults> => {
    if (error instanceof RangeError) throw error; // a field the index does not have: a fault of ours
    log.warn({ err: error }, "search index away: simplified search");
    return { ...nothing(read), ...(await simplifiedSearch(read.search)), simplified: true };
  };
  try {
    const index = await indexWithoutDoubts();
    const found = await authorisedAnswer(index, indexQuery(read.search, read.place));
    return { edition: editionIn(found, read), results: () => resultsOf(index, { read, found }).catch(simplified) };
  } catch (error) {
    const results = await simplified(error);
    return { edition: null, results: async () => results };
  }
};

const indexWithoutDoubts = async (): Promise<SearchIndex> => {
  const [opened, hidden] = await Promise.all([offerIndex(), offersInDoubt()]);
  return {
    ...opened,
    search: (query) => opened.search({ ...query, without: [...hidden, ...query.without] }),
  };
};

/** Nothing of a search that found nothing is kept: what is proposed instead comes from other searches. */
const editionIn = (found: AuthorisedAnswer, { search, unknownPlace }: ReadSearch): Edition | null =>
  foundNothing(found.answer) ? null : editionOf(found, JSON.stringify([search, unknownPlace]));

type Found = { readonly read: ReadSearch; readonly found: AuthorisedAnswer };

const resultsOf = async (index: SearchIndex, { read, found }: Found): Promise<OfferResults> => {
  const { search, place } = read;
  const { answer } = found;
  return {
    ...nothing(read),
    total: answer.total,
    offers: await readHits(found),
    facets: facetCounts(answer, search),
    found: [...new Set(answer.hits.flatMap((hit) => hit.found))],
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
