import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";
import {
  choice,
  day,
  euros,
  flag,
  listOf,
  optionalDay,
  optionalDecimal,
  optionalEuros,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { contractTypes, payPeriods, remoteShares, requestChannels, schedules } from "./offer-words.ts";

const code = () => text({ max: 60 });

/** An offer as its author types it. Every message is a stable code; `checkOffer` says what fields owe one another. */
export const OfferDraft = z.object({
  title: plainText(text({ min: 5, max: 120 })),
  occupation: code(),
  description: plainText(text({ min: 30, max: 8000 })),
  requiredSkills: listOf(code(), { max: 20 }),
  appreciatedSkills: listOf(code(), { max: 20 }),
  requiredLicences: listOf(code(), { max: 10 }),
  appreciatedLicences: listOf(code(), { max: 10 }),
  diploma: plainText(optionalText({ max: 120 })),
  experienceMonths: optionalWholeNumber({ min: 0, max: 600 }),
  experienceRequired: flag(),
  contract: choice(contractTypes),
  durationMonths: optionalWholeNumber({ min: 1, max: 60 }),
  /** 48 hours a week is the legal ceiling. */
  weeklyHours: optionalDecimal({ min: 1, max: 48 }).pipe(z.number("required")),
  schedules: listOf(choice(schedules), { max: schedules.length }),
  payMin: euros(),
  /** Empty: the same as `payMin`. */
  payMax: optionalEuros(),
  payPeriod: choice(payPeriods),
  startsOn: optionalDay(),
  posts: wholeNumber({ min: 1, max: 200 }),
  /** INSEE code; the server finds the commune or answers `unknown-commune`. */
  commune: code(),
  remote: choice(remoteShares),
  withoutCar: flag(),
  employerShown: flag(),
  howToApply: plainText(optionalText({ max: 500 })),
  /** Empty: in 60 days. */
  expiresOn: optionalDay(),
});
export type OfferDraft = z.infer<typeof OfferDraft>;

/** What an officer adds to the offer of a company: whose it is, and the proof that it was asked for (L5334-1). */
export const RecordedOfferDraft = OfferDraft.extend({
  companyId: Id,
  exclusive: flag(),
  requestContact: plainText(text({ min: 2, max: 120 })),
  requestChannel: choice(requestChannels),
  requestOn: day(),
});
