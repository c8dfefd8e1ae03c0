import { type AlertDocument, AlertModel } from "#server/alerts/alert-model.ts";
import { formOf } from "#server/alerts/compile-alert.ts";
import { type OfferDocument, OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, atLeast, moreThan } from "#server/platform/filter.ts";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import { compileSearch, readWords } from "#shared/alerts/compile-search.ts";
import { type DayIndex, indexDay } from "#shared/alerts/day-index.ts";
import { dayMatcher } from "#shared/alerts/match-alerts.ts";
import { likenessOf } from "#shared/alerts/offer-likeness.ts";
import type { Candidate } from "#shared/alerts/pick-digest.ts";
import { firstAtLeast } from "#shared/alerts/positions.ts";
import { packSearch } from "#shared/alerts/search-form.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";
import { dayOffersOf } from "./day-offers.ts";

/** The public offers that some alert has not looked at, ready to be asked. */
export type AlertDay = {
  /** How far cursors may go. */
  readonly upTo: number;
  readonly candidatesFor: (alert: Asking) => readonly Candidate[];
};

type Asking = Pick<AlertDocument, "_id" | "cursor" | "query" | "compiled">;

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
  return oldest && readOffersAfter(oldest.cursor);
};

const readOffersAfter = async (sequence: number): Promise<AlertDay | null> => {
  const offers = await publicOffersAfter(sequence);
  return offers.length === 0 ? null : await dayOf(offers);
};

/** What was put online long ago is for the morning's mail, however late whoever writes at once may be. */
const freshMs = 7 * 86_400_000;

export const freshOffersAfter = async (sequence: number): Promise<OfferDocument[]> =>
  OfferModel.find({
    ...publicOffers(today()),
    publishedAt: atLeast(new Date(now().getTime() - freshMs)),
    sequence: moreThan(sequence),
  })
    .sort({ sequence: 1 })
    .lean();

const publicOffersAfter = async (sequence: number): Promise<OfferDocument[]> =>
  OfferModel.find({ ...publicOffers(today()), sequence: moreThan(sequence) })
    .sort({ sequence: 1 })
    .lean();

/** How far a cursor may go that has seen these. */
export const settledSequence = (offers: readonly OfferDocument[]): number => {
  const settled = now().getTime() - settlingMs;
  return offers
    .filter(({ publishedAt }) => publishedAt !== null && publishedAt.getTime() <= settled)
    .reduce((highest, { sequence }) => Math.max(highest, sequence ?? 0), 0);
};

export const dayOf = async (offers: readonly OfferDocument[]): Promise<AlertDay> => {
  const index = indexDay(await dayOffersOf(offers));
  const match = dayMatcher(index);
  const sequences = index.offers.map(({ sequence }) => sequence);
  const known = offers.map((offer) => ({
    companyId: String(offer.companyId),
    likeness: likenessOf(toOffer(offer)),
  }));
  return {
    upTo: settledSequence(offers),
    candidatesFor: ({ _id, cursor, query, compiled }) => {
      const { list, count } = match(formOf(compiled) ?? packSearch(compileSearch(query)));
      const fresh = firstAtLeast(list.subarray(0, count), firstAtLeast(sequences, cursor + 1));
      const alertId = _id.toHexString();
      return Array.from(list.subarray(fresh, count), (position) => ({
        ...describe(index, query, position),
        alertId,
        companyId: known[position]?.companyId ?? "",
        likeness: known[position]?.likeness ?? "",
      }));
    },
  };
};

const describe = ({ offers }: DayIndex, { text, commune }: AlertQuery, position: number) => {
  const offer = offers[position];
  if (!offer) throw new RangeError("a position outside the day's offers");
  const { stems, trades } = readWords(text);
  const inTitle = stems.every((stem) => offer.titleStems.includes(stem));
  return {
    offerId: offer.id,
    sequence: offer.sequence,
    closeness: inTitle ? 2 : trades.includes(offer.occupation) ? 1 : 0,
    distanceKm: commune === null ? null : kilometresBetween(commune, offer),
  };
};
