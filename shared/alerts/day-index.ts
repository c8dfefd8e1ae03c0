import type { DayOffer } from "./day-offer.ts";
import { type OfferSpots, offerSpots } from "./offer-spots.ts";
import { emptyBits, everyPosition, listed, noPositions, type Positions, setBit } from "./positions.ts";
import { tokenOf } from "./token.ts";
import { bitsOfOffer, workBits } from "./work-bits.ts";

/** The offers of a day, by whatever a search can ask for. Positions are those of `offers`, by rising sequence. */
export type DayIndex = {
  readonly offers: readonly DayOffer[];
  readonly all: Positions;
  /** For each bit of the closed lists, the offers that have it. */
  readonly work: readonly Int32Array[];
  readonly payPerHour: Int32Array;
  readonly byTitleStem: Postings;
  readonly byStem: Postings;
  readonly byOccupation: Postings;
  readonly byFamily: Postings;
  readonly byCommune: Postings;
  readonly spots: OfferSpots;
};

/** By token. */
export type Postings = ReadonlyMap<number, Positions>;

export const postingsOf = (postings: Postings, token: number): Positions => postings.get(token) ?? noPositions;

/** @param offers by rising sequence */
export const indexDay = (offers: readonly DayOffer[]): DayIndex => ({
  offers,
  all: everyPosition(offers.length),
  work: workColumns(offers),
  payPerHour: Int32Array.from(offers, ({ payPerHour }) => payPerHour),
  byTitleStem: postings(offers, ({ titleStems }) => titleStems),
  byStem: postings(offers, ({ stems }) => stems),
  byOccupation: postings(offers, ({ occupation }) => [occupation]),
  byFamily: postings(offers, ({ family }) => [family]),
  byCommune: postings(offers, ({ commune }) => [commune]),
  spots: offerSpots(offers),
});

const workColumns = (offers: readonly DayOffer[]): Int32Array[] => {
  const columns = Array.from({ length: workBits }, () => emptyBits(offers.length));
  offers.forEach(({ contract, schedules, remote, withoutCar }, position) => {
    const held = bitsOfOffer({ contract: [contract], schedules, remote: [remote], withoutCar });
    columns.forEach((column, bit) => {
      if (((held >> bit) & 1) === 1) setBit(column, position);
    });
  });
  return columns;
};

const postings = (offers: readonly DayOffer[], wordsOf: (offer: DayOffer) => readonly string[]): Postings => {
  const lists = new Map<string, number[]>();
  offers.forEach((offer, position) => {
    for (const word of wordsOf(offer)) {
      const list = lists.get(word);
      if (list) list.push(position);
      else lists.set(word, [position]);
    }
  });
  return new Map(Array.from(lists, ([word, list]) => [tokenOf(word), listed(Int32Array.from(list), offers.length)]));
};
