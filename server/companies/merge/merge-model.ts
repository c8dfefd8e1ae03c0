import mongoose, { Schema, type Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";
import { effectField } from "#server/platform/effects.ts";
import { documentOptions, type Fields, id, ids, instant, oneOf, parts, text, texts } from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { CompanyMerge, mergeStatuses } from "#shared/companies/company-merge.ts";

export type CompanyMergeDocument = Owing<CompanyMerge> & {
  /** The file that went, whole; null before it goes and once it cannot come back. */
  gone: CompanyDocument | null;
  /** The kept file's change that the undoing was prepared from. */
  seenAt: Date | null;
  /** Both files, while they are being made one or two: a file is in one such work at a time. */
  busyIds?: Types.ObjectId[];
};

const fields = {
  keptId: id,
  goneId: id,
  keptName: text,
  goneName: text,
  status: oneOf(mergeStatuses),
  moved: parts({ part: text, thingId: id }),
  takenIds: ids,
  filled: texts,
  officerId: id,
  createdAt: instant,
  undoUntil: instant,
  gone: { type: Schema.Types.Mixed, default: null },
  seenAt: { type: Date, default: null },
  busyIds: { type: [Schema.Types.ObjectId], default: undefined },
  effects: effectField,
} satisfies Fields<CompanyMergeDocument>;

const schema = new Schema<CompanyMergeDocument>(fields, documentOptions);
schema.index({ busyIds: 1 }, { unique: true, sparse: true }); // two presses, or two officers, are one work
schema.index({ keptId: 1, status: 1 }); // on the sheet, for a day
schema.index({ goneId: 1 }); // an old address leads to the file that was kept
schema.index({ status: 1, undoUntil: 1 }); // those whose day is over
schema.index({ officerId: 1 }); // what an agent did, when their account goes
schema.index({ "gone.contacts.email": 1 }); // where a person is noted as a contact, when they leave
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const CompanyMergeModel = mongoose.model<CompanyMergeDocument>("CompanyMerge", schema, "companyMerges");

export const toCompanyMerge = reader(CompanyMerge);
