import mongoose, { Schema, type Types } from "mongoose";
import { documentOptions, type Fields, id, instant, instantOrNull, number, text } from "#server/platform/fields.ts";

export type SecondFactorDocument = {
  _id: Types.ObjectId;
  accountId: Types.ObjectId;
  /** The shared secret of RFC 6238, encrypted: a copy of the database makes no code. */
  sealedSecret: string;
  createdAt: Date;
  /** Null until a first code proved that the telephone holds the secret. */
  confirmedAt: Date | null;
  /** The 30-second step of the last code accepted; that one and those before are refused (no replay). */
  lastStep: number;
};

const fields = {
  accountId: id,
  sealedSecret: text,
  createdAt: instant,
  confirmedAt: instantOrNull,
  lastStep: number,
} satisfies Fields<SecondFactorDocument>;

const schema = new Schema<SecondFactorDocument>(fields, documentOptions);
schema.index({ accountId: 1 }, { unique: true }); // one telephone at a time; two tabs make one secret

export const SecondFactorModel = mongoose.model<SecondFactorDocument>("SecondFactor", schema, "second-factors");
