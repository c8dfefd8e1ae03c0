import mongoose, { Schema } from "mongoose";
import { documentOptions, type Fields, id, idOrNull, instant, oneOf, textOrNull } from "#server/platform/fields.ts";
import { reader, type Stored } from "#server/platform/stored.ts";
import { CvView, cvViewKinds } from "#shared/cvs/cv-view.ts";

export type CvViewDocument = Stored<CvView>;

const fields = {
  cvId: id,
  accountId: id,
  viewerId: id,
  companyId: idOrNull,
  companyName: textOrNull,
  at: instant,
  kind: oneOf(cvViewKinds),
} satisfies Fields<CvViewDocument>;

const schema = new Schema<CvViewDocument>(fields, documentOptions);
schema.index({ accountId: 1, at: -1 }); // the journal its person reads
schema.index({ viewerId: 1, at: -1 }); // the viewer's daily quota
schema.index({ companyId: 1 }); // what a company looked at, when its file becomes another
schema.index({ at: 1 }, { expireAfterSeconds: 365 * 86_400 }); // who looked is told for a year, as the audit log is kept

export const CvViewModel = mongoose.model<CvViewDocument>("CvView", schema, "cv-views");

export const toCvView = reader(CvView);
