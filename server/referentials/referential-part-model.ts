import mongoose, { Schema } from "mongoose";
import { documentOptions, type Fields, instant, text } from "#server/platform/fields.ts";

/** A part of the official referentials as imported: written once under the digest of what it holds, never changed. */
export type ReferentialPartDocument = {
  /** SHA-256 of the text, in hexadecimal. */
  _id: string;
  name: string;
  /** JSON, gzipped: a few hundred kilobytes, far from the 16 MB a document may weigh. */
  bytes: Buffer;
  writtenAt: Date;
};

const fields = {
  name: text,
  bytes: { type: Buffer, required: true },
  writtenAt: instant,
} satisfies Fields<ReferentialPartDocument>;

const schema = new Schema<ReferentialPartDocument>({ _id: text, ...fields }, documentOptions);

export const ReferentialPartModel = mongoose.model<ReferentialPartDocument>(
  "ReferentialPart",
  schema,
  "referential-parts",
);
