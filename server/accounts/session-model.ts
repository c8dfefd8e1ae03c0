import mongoose, { Schema, type Types } from "mongoose";
import { documentOptions, type Fields, id, instant, text } from "#server/platform/fields.ts";

export type SessionDocument = {
  _id: Types.ObjectId;
  /** SHA-256 of the cookie's value: a stolen copy of the database opens nothing. */
  hash: string;
  accountId: Types.ObjectId;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
};

const fields = {
  hash: text,
  accountId: id,
  createdAt: instant,
  seenAt: instant,
  expiresAt: instant,
} satisfies Fields<SessionDocument>;

const schema = new Schema<SessionDocument>(fields, documentOptions);
schema.index({ hash: 1 }, { unique: true }); // each request
schema.index({ accountId: 1 }); // log out everywhere, disable, erase
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 }); // the database forgets what has expired

export const SessionModel = mongoose.model<SessionDocument>("Session", schema, "sessions");
