import type { Typed } from "#client/kernel/form.tsx";
import type { Day } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";

/** A new form: what most offers say. */
export const newOfferTyped = (title: string, occupation: string | null): Typed => ({
  title,
  occupation: occupation ? (occupationByCode(occupation)?.title ?? "") : "",
  posts: "1",
  weeklyHours: "35",
  payPeriod: "month",
  remote: "none",
  employerShown: "on",
});

/** An offer as its author would have typed it. A last day that is past is left empty, to be chosen again. */
export const offerTyped = (offer: Offer, today: Day): Typed => ({
  title: offer.title,
  occupation: occupationByCode(offer.occupation)?.title ?? offer.occupation,
  description: offer.description,
  requiredSkills: offer.requiredSkills,
  appreciatedSkills: offer.appreciatedSkills,
  requiredLicences: offer.requiredLicences,
  appreciatedLicences: offer.appreciatedLicences,
  diploma: offer.diploma ?? "",
  experienceMonths: offer.experienceMonths > 0 ? String(offer.experienceMonths) : "",
  experienceRequired: ticked(offer.experienceRequired),
  contract: offer.contract,
  durationMonths: offer.durationMonths === null ? "" : String(offer.durationMonths),
  weeklyHours: decimal(offer.weeklyHours),
  schedules: offer.schedules,
  payMin: decimal(offer.pay.minCents / 100),
  payMax: offer.pay.maxCents === offer.pay.minCents ? "" : decimal(offer.pay.maxCents / 100),
  payPeriod: offer.pay.period,
  startsOn: offer.startsOn ?? "",
  posts: String(offer.posts),
  commune: `${offer.commune.name} (${offer.commune.postcode})`,
  remote: offer.remote,
  withoutCar: ticked(offer.withoutCar),
  employerShown: ticked(offer.employerShown),
  howToApply: offer.howToApply ?? "",
  expiresOn: offer.expiresOn < today ? "" : offer.expiresOn,
});

const ticked = (yes: boolean): string => (yes ? "on" : "");

const decimal = (value: number): string => String(value).replace(".", ",");
