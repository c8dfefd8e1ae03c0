import type { homePage } from "#client/offers/home-page.tsx";
import { today } from "#server/platform/clock.ts";
import type { SearchEngine } from "#server/platform/search/port.ts";
import { searchEngine } from "#server/platform/search/search.ts";
import { site } from "#server/platform/site.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { everyOffer, type OfferResults } from "#shared/offers/offer-search.ts";
import { searchOffers } from "./search-offers.ts";

/** The whole list, seen from the entrance: how many, the three newest, the trades that recruit most. */
export const homeFacts = async (actor: Actor): Promise<Parameters<typeof homePage>[0]> => {
  const { total, offers, facets } = await everything();
  const { inTerritory, publicUrl } = site();
  return {
    role: actor.role,
    total,
    newest: offers.slice(0, 3),
    occupations: facets.occupation.slice(0, 4),
    withoutCar: facets.withoutCar[0]?.count ?? 0,
    today: today(),
    inTerritory,
    publicUrl,
  };
};

/** Everyone who enters asks the same: those of one second share the answer. */
const sharedMs = 1_000;

let shared: { readonly engine: SearchEngine; readonly at: number; readonly answer: Promise<OfferResults> } | null =
  null;

const everything = (): Promise<OfferResults> => {
  const engine = searchEngine();
  const at = performance.now();
  if (shared?.engine !== engine || at - shared.at > sharedMs)
    shared = { engine, at, answer: searchOffers({ ...everyOffer, sort: "date" }) };
  return shared.answer;
};
