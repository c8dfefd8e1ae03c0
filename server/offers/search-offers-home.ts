import type { homePage } from "#client/offers/home-page.tsx";
import { today } from "#server/platform/clock.ts";
import { site } from "#server/platform/site.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { everyOffer } from "#shared/offers/offer-search.ts";
import { searchOffers } from "./search-offers.ts";

/** The whole list, seen from the entrance: how many, the three newest, the trades that recruit most. */
export const homeFacts = async (actor: Actor): Promise<Parameters<typeof homePage>[0]> => {
  const { total, offers, facets } = await searchOffers({ ...everyOffer, sort: "date" });
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
