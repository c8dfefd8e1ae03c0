import type { Day } from "#shared/kernel/calendar.ts";
import { contractTypes, schedules } from "#shared/offers/offer-words.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { type Fit, fits, refused, unknownFit } from "./match-points.ts";

/** What a person accepts, as numbers: lists are bit masks, 0 is "any". An unknown place is NaN. */
export type CvTerms = {
  lat: number;
  lon: number;
  radiusKm: number;
  contracts: number;
  schedules: number;
  /** 0 any, 1 full time, 2 part time. */
  hours: number;
  /** Days since 1970; the day before time when free now. */
  free: number;
};

/** What an offer holds, as numbers. NaN is unknown. */
export type OfferTerms = {
  lat: number;
  lon: number;
  contract: number;
  schedules: number;
  weeklyHours: number;
  /** Days since 1970; 0 when as soon as possible. */
  start: number;
  fullyRemote: number;
};

export const cvTerms = (cv: MatchCv): CvTerms => ({
  lat: cv.lat ?? Number.NaN,
  lon: cv.lon ?? Number.NaN,
  radiusKm: cv.radiusKm,
  contracts: maskOf(cv.contracts, contractTypes),
  schedules: maskOf(cv.schedules, schedules),
  hours: hoursCodes.indexOf(cv.hours),
  free: cv.availableFrom === null ? 0 : dayNumber(cv.availableFrom),
});

export const offerTerms = (offer: MatchOffer): OfferTerms => ({
  lat: offer.lat ?? Number.NaN,
  lon: offer.lon ?? Number.NaN,
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
export const kilometres = (cv: CvTerms, offer: OfferTerms): number => kilometresBetween(cv, offer);

/** Too far by the person's own choice. Never when the work is done from home, nor when a place is unknown. */
export const tooFar = (cv: CvTerms, offer: OfferTerms): boolean =>
  offer.fullyRemote === 0 && kilometres(cv, offer) > cv.radiusKm;

/** Days the person comes after the start; both count from today at the earliest. */
export const delayOf = (cv: CvTerms, offer: OfferTerms, today: number): number =>
  Math.max(cv.free, today) - Math.max(offer.start, today);

export const dayNumber = (day: Day): number => Math.round(Date.parse(day) / 86_400_000);

const maskOf = (chosen: readonly string[], all: readonly string[]): number =>
  chosen.reduce((mask, word) => mask | (1 << all.indexOf(word)), 0);
