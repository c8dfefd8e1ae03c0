import mongoose, { Schema } from "mongoose";
import { documentOptions, type Fields, instant, number, parts, text } from "#server/platform/fields.ts";

/**
 * The one document that says which parts are in use: replacing it, in one update, is the whole switch from one import
 * to the next. Without it the product knows what is built in.
 */
export type ReferentialEditionDocument = {
  _id: string;
  parts: { name: string; digest: string }[];
  files: { file: string; lines: number; refused: number }[];
  importedAt: Date;
  /** Grows with each import: of two imports at once, the second one is refused. */
  version: number;
};

const fields = {
  parts: parts({ name: text, digest: text }),
  files: parts({ file: text, lines: number, refused: number }),
  importedAt: instant,
  version: number,
} satisfies Fields<ReferentialEditionDocument>;

const schema = new Schema<ReferentialEditionDocument>({ _id: text, ...fields }, documentOptions);

export const ReferentialEditionModel = mongoose.model<ReferentialEditionDocument>(
  "ReferentialEdition",
  schema,
  "referential-editions",
);

export const currentEdition = "current";
