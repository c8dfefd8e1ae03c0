import mongoose, { Schema } from "mongoose";
import {
  documentOptions,
  type Fields,
  id,
  instant,
  instantOrNull,
  parts,
  text,
  yesOrNo,
} from "#server/platform/fields.ts";
import { reader, type Stored } from "#server/platform/stored.ts";
import { AlertReader } from "#shared/alerts/alert.ts";

export type AlertReaderDocument = Stored<AlertReader>;

const fields = {
  email: text,
  sent: parts({ digestId: id, instant: yesOrNo, at: instant }),
  seenAt: instantOrNull,
} satisfies Fields<AlertReaderDocument>;

const schema = new Schema<AlertReaderDocument>(fields, documentOptions);
schema.index({ email: 1 }, { unique: true }); // one memory for one mailbox, whoever writes it first

export const AlertReaderModel = mongoose.model<AlertReaderDocument>("AlertReader", schema, "alert-readers");

export const toAlertReader = reader(AlertReader);
