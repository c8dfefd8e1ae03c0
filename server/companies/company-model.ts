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
  oneOf,
  oneOfOrNull,
  partOrNull,
  parts,
  text,
  textOrNull,
  yesOrNo,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Company, companySizes, companyStatuses, noteKinds } from "#shared/companies/company.ts";

export type CompanyDocument = Owing<Company>;

const fields = {
  siret: textOrNull,
  establishments: parts({ id, siret: text, commune, address: textOrNull }),
  name: text,
  naf: textOrNull,
  sector: textOrNull,
  commune,
  address: textOrNull,
  size: oneOfOrNull(companySizes),
  website: textOrNull,
  description: textOrNull,
  status: oneOf(companyStatuses),
  refusalReason: textOrNull,
  verifiedAt: instantOrNull,
  verifiedBy: idOrNull,
  accompanied: yesOrNo,
  contacts: parts({ id, name: text, role: textOrNull, phone: textOrNull, email: textOrNull, mayBeCalled: yesOrNo }),
  notes: parts({ id, at: instant, by: id, kind: oneOf(noteKinds), text }),
  needs: parts({
    id,
    occupation: text,
    people: number,
    neededOn: textOrNull,
    note: textOrNull,
    at: instant,
    by: id,
    metAt: instantOrNull,
  }),
  agreements: parts({ id, title: text, signedOn: text, endsOn: textOrNull, by: id }),
  nextAction: partOrNull({ what: text, on: text, officerId: id, remindedOn: textOrNull }),
  otherIds: ids,
  lastContactAt: instantOrNull,
  createdAt: instant,
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<CompanyDocument>;

const schema = new Schema<CompanyDocument>(fields, documentOptions);
// One establishment is one company; those of a list without SIRETs have none.
schema.index({ siret: 1 }, { name: "siret_known", unique: true, partialFilterExpression: { siret: { $gt: "" } } });
schema.index({ "establishments.siret": 1 }); // the other places of one company
schema.index({ "commune.code": 1 }); // those of an area, or around a commune
schema.index({ lastContactAt: 1 }); // those who sleep
schema.index({ "contacts.name": 1 }); // found by somebody who works there
schema.index({ "commune.name": 1 }); // found by where they are
schema.index({ "needs.neededOn": 1 }); // needs whose day comes near
schema.index({ "needs.by": 1 }); // what an agent wrote down, when their account goes
schema.index({ "agreements.by": 1 }); // likewise
schema.index({ status: 1, createdAt: 1 }); // the moderation queue, oldest first
schema.index({ status: 1, lastContactAt: 1, createdAt: 1 }); // those who sleep, counted
schema.index({ name: 1 }); // the officer's list
schema.index({ sector: 1 }); // the sectors one may choose, and one of them
schema.index({ "nextAction.on": 1 }); // what is due today
schema.index({ "contacts.email": 1 }); // where a person is noted as a contact, when they ask for it or leave
schema.index({ "notes.by": 1 }); // what an agent noted, likewise
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const CompanyModel = mongoose.model<CompanyDocument>("Company", schema, "companies");

export const toCompany = (document: CompanyDocument): Company =>
  read(withLists(document instanceof mongoose.Document ? document.toObject() : document));

/** Sheets kept before these lists existed have none. */
export const withLists = (document: CompanyDocument): CompanyDocument => ({
  ...document,
  establishments: document.establishments ?? [],
  needs: document.needs ?? [],
  agreements: document.agreements ?? [],
  otherIds: document.otherIds ?? [],
});

const read = reader(Company);
