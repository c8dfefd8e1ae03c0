import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  documentOptions,
  type Fields,
  id,
  idOrNull,
  instant,
  instantOrNull,
  oneOf,
  text,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { ContactRequest, contactRequestStatuses } from "#shared/cvs/contact-request.ts";

export type ContactRequestDocument = Owing<ContactRequest>;

const fields = {
  cvId: id,
  accountId: id,
  companyId: id,
  companyName: text,
  employerAccountId: id,
  offerId: idOrNull,
  message: text,
  status: oneOf(contactRequestStatuses),
  askedAt: instant,
  answeredAt: instantOrNull,
  effects: effectField,
} satisfies Fields<ContactRequestDocument>;

const schema = new Schema<ContactRequestDocument>(fields, documentOptions);
schema.index({ cvId: 1, companyId: 1 }, { unique: true }); // asked once: a "no" is an answer, not a delay
schema.index({ accountId: 1, askedAt: -1 }); // what a candidate has to answer
schema.index({ companyId: 1, askedAt: -1 }); // whom a company has asked, and who said yes
schema.index({ employerAccountId: 1 }); // what a recruiter asked, when they want to know or leave
schema.index({ askedAt: 1 }); // what is too old to be kept
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const ContactRequestModel = mongoose.model<ContactRequestDocument>("ContactRequest", schema, "contact-requests");

export const toContactRequest = reader(ContactRequest);
