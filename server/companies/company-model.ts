import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  commune,
  documentOptions,
  type Fields,
  id,
  idOrNull,
  instant,
  instantOrNull,
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
  siret: text,
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
  nextAction: partOrNull({ what: text, on: text, officerId: id }),
  lastContactAt: instantOrNull,
  createdAt: instant,
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<CompanyDocument>;

const schema = new Schema<CompanyDocument>(fields, documentOptions);
schema.index({ siret: 1 }, { unique: true }); // one establishment is one company
schema.index({ status: 1, createdAt: 1 }); // the moderation queue, oldest first
schema.index({ name: 1 }); // the officer's list
schema.index({ sector: 1 }); // the sectors one may choose, and one of them
schema.index({ "nextAction.on": 1 }); // what is due today
schema.index({ "contacts.email": 1 }); // where a person is noted as a contact, when they ask for it or leave
schema.index({ "notes.by": 1 }); // what an agent noted, likewise
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const CompanyModel = mongoose.model<CompanyDocument>("Company", schema, "companies");

export const toCompany = reader(Company);
