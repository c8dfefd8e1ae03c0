import mongoose, { Schema, type Types } from "mongoose";
import {
  documentOptions,
  type Fields,
  idOrNull,
  instant,
  instantOrNull,
  number,
  oneOf,
  text,
} from "#server/platform/fields.ts";
import { type SignInPurpose, signInPurposes } from "#shared/accounts/sign-in-code.ts";

export type SignInCodeDocument = {
  _id: Types.ObjectId;
  email: string;
  /** Null while no account has this address. */
  accountId: Types.ObjectId | null;
  purpose: SignInPurpose;
  codeHash: string;
  linkHash: string;
  /** Digits tried so far. */
  attempts: number;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
};

const fields = {
  email: text,
  accountId: idOrNull,
  purpose: oneOf(signInPurposes),
  codeHash: text,
  linkHash: text,
  attempts: number,
  createdAt: instant,
  expiresAt: instant,
  usedAt: instantOrNull,
} satisfies Fields<SignInCodeDocument>;

const schema = new Schema<SignInCodeDocument>(fields, documentOptions);
schema.index({ linkHash: 1 }, { unique: true }); // the button of the mail's page
schema.index({ email: 1, purpose: 1, createdAt: -1 }); // the digits typed; a new code kills the older ones
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 3600 }); // kept an hour, to say "too old" and not "unknown"

export const SignInCodeModel = mongoose.model<SignInCodeDocument>("SignInCode", schema, "sign-in-codes");
