import { AlertModel } from "#server/alerts/alert-model.ts";
import { type OfferDocument, OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, moreThan } from "#server/platform/filter.ts";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import { type CompiledSearch, compileSearch } from "#shared/alerts/compile-search.ts";
import { toDayOffer } from "#shared/alerts/day-offer.ts";
import { type DayIndex, firstAtLeast, indexDay, matchSearch } from "#shared/alerts/match-alerts.ts";
import type { Candidate } from "#shared/alerts/pick-digest.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";

/** The public offers that some alert has not looked at, ready to be asked. */
export type AlertDay = {
  /** How far cursors may go. */
  readonly upTo: number;
  readonly candidatesFor: (alert: Asking) => readonly Candidate[];
};

type Asking = { readonly id: string; readonly cursor: number; readonly query: AlertQuery };

/**
 * An offer takes its sequence just before it is saved: a younger one may be there first. Cursors stay behind what is
 * this young, so that the late one is not skipped; what was sent meanwhile is known by its delivery.
 */
const settlingMs = 120_000;

/** Null when there is nothing any alert has not seen. */
export const readDay = async (): Promise<AlertDay | null> => {
  const oldest = await AlertModel.findOne({ status: anyOf(["active", "paused"] as const) }, { cursor: 1 })
    .sort({ cursor: 1 })
    .lean();
  if (!oldest) return null;
  const offers = await OfferModel.find({ ...publicOffers(today()), sequence: moreThan(oldest.cursor) })
    .sort({ sequence: 1 })
    .lean();
  return offers.length === 0 ? null : dayOf(offers);
};

const dayOf = (offers: readonly OfferDocument[]): AlertDay => {
  const index = indexDay(offers.map((offer) => toDayOffer(toOffer(offer))));
  const sequences = index.offers.map(({ sequence }) => sequence);
  const settled = now().getTime() - settlingMs;
  const answered = new Map<string, readonly number[]>();
  return {
    upTo: offers
      .filter(({ publishedAt }) => publishedAt !== null && publishedAt.getTime() <= settled)
      .reduce((highest, { sequence }) => Math.max(highest, sequence ?? 0), 0),
    candidatesFor: ({ id, cursor, query }) => {
      const search = compileSearch(query);
      const positions = remembered(answered, search, () => matchSearch(index, search));
      return positions.slice(firstAtLeast(positions, firstAtLeast(sequences, cursor + 1))).map((position) => ({
        ...describe(index, search, position),
        alertId: id,
        companyId: String(offers[position]?.companyId),
      }));
    },
  };
};

/** Many people save the same search: it is answered once. */
const remembered = (
  answered: Map<string, readonly number[]>,
  search: CompiledSearch,
  answer: () => readonly number[],
): readonly number[] => {
  const key = JSON.stringify(search);
  const known = answered.get(key);
  if (known) return known;
  if (answered.size > 20_000) answered.clear();
  const found = answer();
  answered.set(key, found);
  return found;
};

const describe = ({ offers }: DayIndex, { stems, trades, near }: CompiledSearch, position: number) => {
  const offer = offers[position];
  if (!offer) throw new RangeError("a position outside the day's offers");
  const inTitle = stems.every((stem) => offer.titleStems.includes(stem));
  return {
    offerId: offer.id,
    sequence: offer.sequence,
    closeness: inTitle ? 2 : trades.includes(offer.occupation) ? 1 : 0,
    distanceKm: near === null ? null : kilometresBetween(near, offer),
  };
};
