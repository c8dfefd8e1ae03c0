import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  commune,
  documentOptions,
  type Fields,
  id,
  ids,
  instant,
  number,
  oneOf,
  partOrNull,
  parts,
  someOf,
  text,
  textOrNull,
  texts,
  yesOrNo,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Cv, cvStatuses, cvVisibilities, languageLevels, wantedHours } from "#shared/cvs/cv.ts";
import { contractTypes, schedules } from "#shared/offers/offer-words.ts";
import { travelMeans } from "#shared/referentials/travel.ts";

export type CvDocument = Owing<Cv>;

const fields = {
  accountId: id,
  occupations: texts,
  otherWanted: textOrNull,
  skills: texts,
  experiences: parts({ occupation: textOrNull, label: text, months: number }),
  diplomas: texts,
  licences: texts,
  languages: parts({ name: text, level: oneOf(languageLevels) }),
  commune,
  radiusKm: number,
  means: someOf(travelMeans),
  contracts: someOf(contractTypes),
  hours: oneOf(wantedHours),
  schedules: someOf(schedules),
  availableFrom: textOrNull,
  about: text,
  visibility: oneOf(cvVisibilities),
  libraryConsent: partOrNull({ version: text, at: instant }),
  consents: parts({ version: text, visibility: oneOf(cvVisibilities), given: yesOrNo, at: instant }),
  blockedCompanyIds: ids,
  status: oneOf(cvStatuses),
  createdAt: instant,
  updatedAt: instant,
  lastUsedAt: instant,
  version: number,
  effects: effectField,
} satisfies Fields<CvDocument>;

const schema = new Schema<CvDocument>(fields, documentOptions);
schema.index({ accountId: 1 }, { unique: true }); // one person, one CV: a second post edits the first
schema.index({ status: 1, visibility: 1, updatedAt: -1 }); // the library, newest first
schema.index({ status: 1, lastUsedAt: 1 }); // notice and anonymisation after 24 months unused
schema.index({ occupations: 1, status: 1 }); // candidates for an offer
schema.index({ "commune.code": 1, status: 1 }); // the library around a commune
schema.index({ createdAt: 1 }); // those of a month, counted
schema.index({ updatedAt: 1 }); // what the ranking table reads again
schema.index({ blockedCompanyIds: 1 }); // who shut a company out, when its file becomes another
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const CvModel = mongoose.model<CvDocument>("Cv", schema, "cvs");

export const toCv = reader(Cv);
