import mongoose, { Schema } from "mongoose";
import { documentOptions, id, instant, number, oneOf, text } from "#server/platform/fields.ts";
import { reader, type Stored } from "#server/platform/stored.ts";
import { cvFileKinds } from "#shared/cvs/cv-file.ts";
import { KeptFile } from "#shared/cvs/kept-file.ts";

export type KeptFileDocument = Stored<KeptFile>;

/** At most 10 MB, so one document holds it; the list of fields without `bytes` is what pages read. */
const schema = new Schema(
  {
    accountId: { ...id, unique: true }, // one file a person: the last one kept
    name: text,
    kind: oneOf(cvFileKinds),
    size: number,
    keptAt: instant,
    bytes: { type: Buffer, required: true },
  },
  documentOptions,
);

export const KeptFileModel = mongoose.model("KeptFile", schema, "cv-files");

export const toKeptFile = reader(KeptFile);
