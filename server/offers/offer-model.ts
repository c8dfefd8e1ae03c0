import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  commune,
  documentOptions,
  type Fields,
  id,
  idOrNull,
  ids,
  instant,
  instantOrNull,
  number,
  numberOrNull,
  oneOf,
  oneOfOrNull,
  part,
  partOrNull,
  parts,
  someOf,
  text,
  textOrNull,
  texts,
  yesOrNo,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Offer } from "#shared/offers/offer.ts";
import {
  closingReasons,
  contractTypes,
  offerStatuses,
  payPeriods,
  remoteShares,
  requestChannels,
  schedules,
} from "#shared/offers/offer-words.ts";

export type OfferDocument = Owing<Offer>;

const fields = {
  reference: number,
  title: text,
  occupation: text,
  description: text,
  requiredSkills: texts,
  appreciatedSkills: texts,
  requiredLicences: texts,
  appreciatedLicences: texts,
  diploma: textOrNull,
  experienceMonths: number,
  experienceRequired: yesOrNo,
  contract: oneOf(contractTypes),
  durationMonths: numberOrNull,
  weeklyHours: number,
  schedules: someOf(schedules),
  pay: part({ minCents: number, maxCents: number, period: oneOf(payPeriods) }),
  startsOn: textOrNull,
  posts: number,
  commune,
  remote: oneOf(remoteShares),
  withoutCar: yesOrNo,
  employerShown: yesOrNo,
  howToApply: textOrNull,
  exclusive: yesOrNo,
  positionedAccountIds: ids,
  companyId: id,
  companyName: text,
  createdBy: id,
  request: partOrNull({ contactName: text, channel: oneOf(requestChannels), on: text }),
  status: oneOf(offerStatuses),
  closingReason: oneOfOrNull(closingReasons),
  history: parts({
    at: instant,
    from: oneOfOrNull(offerStatuses),
    to: oneOf(offerStatuses),
    by: idOrNull,
    reason: textOrNull,
  }),
  createdAt: instant,
  updatedAt: instant,
  publishedAt: instantOrNull,
  expiresOn: text,
  sequence: numberOrNull,
  version: number,
  views: number,
  effects: effectField,
} satisfies Fields<OfferDocument>;

const schema = new Schema<OfferDocument>(fields, documentOptions);
schema.index({ reference: 1 }, { unique: true }); // the number in the page's address
schema.index({ sequence: 1 }, { unique: true, partialFilterExpression: { sequence: { $gt: 0 } } }); // alerts read from their cursor
schema.index({ status: 1, expiresOn: 1 }); // the nightly expiry, and the reminders before it
schema.index({ status: 1, publishedAt: -1 }); // the newest offers, when search is down
schema.index({ status: 1, createdAt: 1 }); // the moderation queue, oldest first
schema.index({ exclusive: 1, createdAt: -1 }); // the officer's exclusive offers, newest first
schema.index({ exclusive: 1, status: 1, expiresOn: 1 }); // those still open, counted
schema.index({ exclusive: 1, status: 1, occupation: 1 }); // the exclusive offers a new CV may fit
schema.index({ companyId: 1, createdAt: -1 }); // an employer's offers
schema.index({ positionedAccountIds: 1 }); // the exclusive offers proposed to one person
schema.index({ updatedAt: 1 }); // what the ranking table reads again
schema.index({ createdBy: 1 }); // what somebody wrote, when they ask for it or leave
schema.index({ "history.by": 1 }); // what somebody did with offers, likewise
schema.index({ "request.on": 1 }); // proofs of a request that are too old to be kept
schema.index({ "effects.at": 1 }); // the sweep of owed effects
schema.index({ "effects.kind": 1 }); // what the search index does not know yet

export const OfferModel = mongoose.model<OfferDocument>("Offer", schema, "offers");

export const toOffer = reader(Offer);
