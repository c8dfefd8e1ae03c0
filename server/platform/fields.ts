import { createHash } from "node:crypto";
import mongoose, { Schema, type SchemaDefinitionProperty } from "mongoose";
import type { Commune } from "#shared/referentials/commune.ts";

// A field that must be there may be an empty text: what people must type is the contracts' matter.
Schema.Types.String.checkRequired((value) => typeof value === "string");

/** Every field of a document, no more and no less: a noun that grows breaks the model's build. */
export type Fields<Document> = { [Name in keyof Omit<Document, "_id">]-?: SchemaDefinitionProperty };

/** For every schema: an unknown field is an error, and the product's own `version` replaces mongoose's. */
export const documentOptions = { strict: "throw", versionKey: false, id: false, minimize: false } as const;

export const text = { type: String, required: true };
export const textOrNull = { type: String, default: null };
export const texts = { type: [String], default: [] };
export const number = { type: Number, required: true };
export const numberOrNull = { type: Number, default: null };
export const yesOrNo = { type: Boolean, required: true };
export const instant = { type: Date, required: true };
export const instantOrNull = { type: Date, default: null };
export const id = { type: Schema.Types.ObjectId, required: true };
export const idOrNull = { type: Schema.Types.ObjectId, default: null };
export const ids = { type: [Schema.Types.ObjectId], default: [] };

export const oneOf = (values: readonly string[]) => ({ type: String, required: true, enum: [...values] });
export const oneOfOrNull = (values: readonly string[]) => ({ type: String, default: null, enum: [...values, null] });
export const someOf = (values: readonly string[]) => ({ type: [{ type: String, enum: [...values] }], default: [] });

const partSchema = (fields: Record<string, SchemaDefinitionProperty>): Schema =>
  new Schema(fields, { ...documentOptions, _id: false });

/** A document inside a document. */
export const part = (fields: Record<string, SchemaDefinitionProperty>) => ({
  type: partSchema(fields),
  required: true,
});
export const partOrNull = (fields: Record<string, SchemaDefinitionProperty>) => ({
  type: partSchema(fields),
  default: null,
});
export const parts = (fields: Record<string, SchemaDefinitionProperty>) => ({
  type: [partSchema(fields)],
  default: [],
});

const communeFields = {
  code: text,
  name: text,
  postcode: text,
  lat: number,
  lon: number,
} satisfies Record<keyof Commune, SchemaDefinitionProperty>;

export const commune = part(communeFields);
export const communeOrNull = partOrNull(communeFields);

/** The same id each time for the same text: what is written again is the same document. */
export const idFor = (text: string): mongoose.Types.ObjectId =>
  new mongoose.Types.ObjectId(createHash("sha256").update(text).digest("hex").slice(0, 24));

/** A new id before the document exists, for what must name it (a signed link, a sub-document). */
export const newId = (): mongoose.Types.ObjectId => new mongoose.Types.ObjectId();
