import { log } from "#server/platform/log.ts";
import type { SearchAnswer, SearchIndex, SearchQuery } from "#server/platform/search/port.ts";
import type { FoundOffer } from "#shared/offers/offer-search.ts";
import { type PublicStates, publicStates, shownOffers } from "./shown-offers.ts";

export type AuthorisedAnswer = { readonly answer: SearchAnswer; readonly states: PublicStates };

/**
 * Asks the index, then MongoDB whether each hit may be shown. The index is late when one may not: it is asked again
 * without it, so that totals and counts do not betray an offer that was withdrawn, and told to forget it.
 */
export const authorisedAnswer = async (index: SearchIndex, query: SearchQuery): Promise<AuthorisedAnswer> => {
  let asked = query;
  for (let round = 1; ; round += 1) {
    const answer = await index.search(asked);
    const states = await publicStates(answer.hits.map(({ id }) => id));
    const refused = answer.hits.map(({ id }) => id).filter((id) => !states.has(id));
    if (refused.length === 0 || round === rounds) return { answer, states };
    log.warn({ offers: refused }, "the index is late: offers removed from it");
    asked = { ...asked, without: [...asked.without, ...refused] };
    await index.remove(refused).catch((error: unknown) => log.warn({ err: error }, "late offers not removed"));
  }
};

/** A page holds twenty: more late pages than this in a row, and the nightly comparison has work. */
const rounds = 4;

export const readHits = async ({ answer, states }: AuthorisedAnswer): Promise<FoundOffer[]> => {
  const shown = await shownOffers(
    answer.hits.map(({ id }) => id),
    states,
  );
  return answer.hits.flatMap(({ id, distanceKm }) => {
    const offer = shown.get(id);
    return offer ? [{ offer, distanceKm }] : [];
  });
};
