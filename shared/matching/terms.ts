import type { Day } from "#shared/kernel/calendar.ts";
import { contractTypes, schedules } from "#shared/offers/offer-words.ts";
import { earthRadiusKm } from "#shared/referentials/place.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { type Fit, fits, refused, unknownFit } from "./match-points.ts";

/** A place on a globe of radius 1; NaN when unknown. Chords are compared there: no trigonometry for each row. */
type Point = { x: number; y: number; z: number };

/** What a person accepts, as numbers: lists are bit masks, 0 is "any". */
export type CvTerms = Point & {
  /** The square of the longest chord within the radius. */
  reach: number;
  contracts: number;
  schedules: number;
  /** 0 any, 1 full time, 2 part time. */
  hours: number;
  /** Days since 1970; the day before time when free now. */
  free: number;
};

/** What an offer holds, as numbers. NaN is unknown. */
export type OfferTerms = Point & {
  contract: number;
  schedules: number;
  weeklyHours: number;
  /** Days since 1970; 0 when as soon as possible. */
  start: number;
  fullyRemote: number;
};

export const cvTerms = (cv: MatchCv): CvTerms => ({
  ...pointOf(cv),
  reach: (2 * Math.sin(Math.min(cv.radiusKm / earthRadiusKm, Math.PI) / 2)) ** 2,
  contracts: maskOf(cv.contracts, contractTypes),
  schedules: maskOf(cv.schedules, schedules),
  hours: hoursCodes.indexOf(cv.hours),
  free: cv.availableFrom === null ? 0 : dayNumber(cv.availableFrom),
});

export const offerTerms = (offer: MatchOffer): OfferTerms => ({
  ...pointOf(offer),
  contract: maskOf([offer.contract], contractTypes),
  schedules: maskOf(offer.schedules, schedules),
  weeklyHours: offer.weeklyHours ?? Number.NaN,
  start: offer.startsOn === null ? 0 : dayNumber(offer.startsOn),
  fullyRemote: offer.remote === "full" ? 1 : 0,
});

/** The legal full week (Code du travail L3121-27). */
const fullWeek = 35;
const hoursCodes = ["any", "fullTime", "partTime"];

export const contractFit = (cv: CvTerms, offer: OfferTerms): Fit =>
  cv.contracts === 0 || (cv.contracts & offer.contract) !== 0 ? fits : refused;

export const hoursFit = (cv: CvTerms, offer: OfferTerms): Fit => {
  if (cv.hours === 0) return fits;
  if (Number.isNaN(offer.weeklyHours)) return unknownFit;
  return (cv.hours === 1) === offer.weeklyHours >= fullWeek ? fits : refused;
};

/** All the schedules of an offer must be accepted: who takes the post works them all. */
export const scheduleFit = (cv: CvTerms, offer: OfferTerms): Fit => {
  if (cv.schedules === 0) return fits;
  if (offer.schedules === 0) return unknownFit;
  return (offer.schedules & ~cv.schedules) === 0 ? fits : refused;
};

/** Kilometres as the crow flies; NaN when one place is unknown. */
export const kilometres = (cv: CvTerms, offer: OfferTerms): number =>
  2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(squaredChord(cv, offer)) / 2));

/** Too far by the person's own choice. Never when the work is done from home, nor when a place is unknown. */
export const tooFar = (cv: CvTerms, offer: OfferTerms): boolean =>
  offer.fullyRemote === 0 && squaredChord(cv, offer) > cv.reach;

/** Days the person comes after the start; both count from today at the earliest. */
export const delayOf = (cv: CvTerms, offer: OfferTerms, today: number): number =>
  Math.max(cv.free, today) - Math.max(offer.start, today);

export const dayNumber = (day: Day): number => Math.round(Date.parse(day) / 86_400_000);

const squaredChord = (one: Point, other: Point): number =>
  (one.x - other.x) ** 2 + (one.y - other.y) ** 2 + (one.z - other.z) ** 2;

const pointOf = ({ lat, lon }: { readonly lat: number | null; readonly lon: number | null }): Point => {
  const up = ((lat ?? Number.NaN) * Math.PI) / 180;
  const along = ((lon ?? Number.NaN) * Math.PI) / 180;
  return { x: Math.cos(up) * Math.cos(along), y: Math.cos(up) * Math.sin(along), z: Math.sin(up) };
};

const maskOf = (chosen: readonly string[], all: readonly string[]): number =>
  chosen.reduce((mask, word) => mask | (1 << all.indexOf(word)), 0);
