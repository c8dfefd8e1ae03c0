import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  documentOptions,
  type Fields,
  id,
  idOrNull,
  ids,
  instant,
  number,
  numberOrNull,
  oneOf,
  partOrNull,
  parts,
  text,
  textOrNull,
  yesOrNo,
} from "#server/platform/fields.ts";
import { type Owing, reader, type Stored } from "#server/platform/stored.ts";
import {
  contactOutcomes,
  ForumContact,
  Stand,
  satisfactions,
  standKinds,
  type UnnamedVisit,
  WayOutAnswer,
} from "#shared/events/forums/forum.ts";

// A forum itself is a document of jobDatings (kind "forum"), and its visitors are registrations: the door, the halls,
// the mails and the calendars are the same ones. Here is what only a forum has.

export type StandDocument = Stored<Stand> & {
  /** How often somebody noted a contact: a stand where nobody did may go. */
  noted: number;
};

const standFields = {
  forumId: id,
  number,
  name: text,
  kind: oneOf(standKinds),
  companyId: idOrNull,
  offerIds: ids,
  trainings: parts({ id, title: text, places: numberOrNull }),
  filled: partOrNull({ offers: number, trainings: number, at: instant }),
  noted: { type: Number, default: 0 },
  version: number,
  createdAt: instant,
  updatedAt: instant,
} satisfies Fields<StandDocument>;

const standSchema = new Schema<StandDocument>(standFields, documentOptions);
standSchema.index({ forumId: 1, number: 1 }, { unique: true }); // the hall's plan: one stand a number
standSchema.index({ companyId: 1 }); // a company's own stands

export const StandModel = mongoose.model<StandDocument>("ForumStand", standSchema, "forumStands");
export const toStand = reader(Stand);

export type ContactDocument = Owing<ForumContact> & {
  /** The visitor, or the press that counted people: one contact each, a stand. */
  contactKey: string;
};

const contactFields = {
  forumId: id,
  standId: id,
  companyId: idOrNull,
  key: text,
  people: number,
  registrationId: idOrNull,
  outcome: oneOf(contactOutcomes),
  offerId: idOrNull,
  trainingId: idOrNull,
  note: textOrNull,
  positioningId: idOrNull,
  createdAt: instant,
  updatedAt: instant,
  contactKey: text,
  effects: effectField,
} satisfies Fields<ContactDocument>;

const contactSchema = new Schema<ContactDocument>(contactFields, documentOptions);
contactSchema.index({ forumId: 1, standId: 1, contactKey: 1 }, { unique: true }); // one visitor or press, one contact
contactSchema.index({ registrationId: 1 }); // goes with the registration
contactSchema.index({ companyId: 1 }); // follows a company whose file joins another
contactSchema.index({ updatedAt: 1 }); // what is too old to be kept
contactSchema.index({ "effects.at": 1 }); // the sweep of owed effects

export const ForumContactModel = mongoose.model<ContactDocument>("ForumContact", contactSchema, "forumContacts");
export const toForumContact = reader(ForumContact);

export type UnnamedVisitDocument = Stored<UnnamedVisit>;

const unnamedFields = { forumId: id, key: text, at: instant } satisfies Fields<UnnamedVisitDocument>;
const unnamedSchema = new Schema<UnnamedVisitDocument>(unnamedFields, documentOptions);
unnamedSchema.index({ forumId: 1, key: 1 }, { unique: true }); // one press counts once

export const UnnamedVisitModel = mongoose.model<UnnamedVisitDocument>(
  "UnnamedVisit",
  unnamedSchema,
  "forumUnnamedVisits",
);

export type WayOutDocument = Stored<WayOutAnswer>;

const wayOutFields = {
  forumId: id,
  key: text,
  satisfaction: oneOf(satisfactions),
  metCompanies: yesOrNo,
  foundLead: yesOrNo,
  wellReceived: yesOrNo,
  wouldReturn: yesOrNo,
  comment: textOrNull,
  at: instant,
} satisfies Fields<WayOutDocument>;

const wayOutSchema = new Schema<WayOutDocument>(wayOutFields, documentOptions);
wayOutSchema.index({ forumId: 1, key: 1 }, { unique: true }); // one questionnaire counts once

wayOutSchema.index({ at: 1 }); // remarks too old to be kept

export const WayOutModel = mongoose.model<WayOutDocument>("WayOutAnswer", wayOutSchema, "forumWayOuts");
export const toWayOut = reader(WayOutAnswer);
