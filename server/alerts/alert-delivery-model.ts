import mongoose, { Schema } from "mongoose";
import { documentOptions, type Fields, id, instant, text } from "#server/platform/fields.ts";
import type { Stored } from "#server/platform/stored.ts";
import type { AlertDelivery } from "#shared/alerts/alert.ts";

export type AlertDeliveryDocument = Stored<AlertDelivery>;

const fields = {
  email: text,
  offerId: id,
  alertId: id,
  digestId: id,
  likeness: { type: String, default: "" },
  at: instant,
} satisfies Fields<AlertDeliveryDocument>;

const twoYears = 2 * 365 * 86_400;

const schema = new Schema<AlertDeliveryDocument>(fields, documentOptions);
schema.index({ email: 1, offerId: 1 }, { unique: true }); // never the same offer twice to the same person
schema.index({ email: 1, likeness: 1 }); // nor its copy
schema.index({ digestId: 1 }); // what a mail being prepared has claimed
schema.index({ at: 1 }, { expireAfterSeconds: twoYears }); // longer than any offer stays open, then forgotten

export const AlertDeliveryModel = mongoose.model<AlertDeliveryDocument>("AlertDelivery", schema, "alert-deliveries");
