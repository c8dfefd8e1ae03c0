import type { ComingEvent, homePage } from "#client/offers/home-page.tsx";
import { today } from "#server/platform/clock.ts";
import type { SearchEngine } from "#server/platform/search/port.ts";
import { searchEngine } from "#server/platform/search/search.ts";
import { site } from "#server/platform/site.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { everyOffer, type OfferResults } from "#shared/offers/offer-search.ts";
import { searchOffers } from "./search-offers.ts";

/** What a later slice tells: the next meetings with companies, this many at most. */
export type ComingEvents = (most: number) => Promise<readonly ComingEvent[]>;

/** The whole list, seen from the entrance: how many, the three newest, the trades that recruit most; what comes. */
export const homeFacts = async (actor: Actor, coming: ComingEvents): Promise<Parameters<typeof homePage>[0]> => {
  const [{ total, offers, facets }, events] = await everything(coming);
  const { inTerritory, publicUrl } = site();
  return {
    role: actor.role,
    total,
    newest: offers.slice(0, 3),
    occupations: facets.occupation.slice(0, 4),
    withoutCar: facets.withoutCar[0]?.count ?? 0,
    coming: events,
    today: today(),
    inTerritory,
    publicUrl,
  };
};

/** Everyone who enters asks the same: those of one second share the answer. */
const sharedMs = 1_000;

type Everything = readonly [OfferResults, readonly ComingEvent[]];

let shared: { readonly engine: SearchEngine; readonly at: number; readonly answer: Promise<Everything> } | null = null;

const everything = (coming: ComingEvents): Promise<Everything> => {
  const engine = searchEngine();
  const at = performance.now();
  if (shared?.engine !== engine || at - shared.at > sharedMs)
    shared = { engine, at, answer: Promise.all([searchOffers({ ...everyOffer, sort: "date" }), coming(2)]) };
  return shared.answer;
};
