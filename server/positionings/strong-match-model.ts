import mongoose, { Schema } from "mongoose";
import { documentOptions, type Fields, id, instant, instantOrNull, number, oneOf } from "#server/platform/fields.ts";
import { reader, type Stored } from "#server/platform/stored.ts";
import { matchLevels } from "#shared/positionings/positioning-words.ts";
import { StrongMatch } from "#shared/positionings/strong-match.ts";

export type StrongMatchDocument = Stored<StrongMatch>;

const fields = {
  offerId: id,
  cvId: id,
  accountId: id,
  score: number,
  level: oneOf(matchLevels),
  weightsVersion: number,
  foundAt: instant,
  seenAt: instantOrNull,
} satisfies Fields<StrongMatchDocument>;

const schema = new Schema<StrongMatchDocument>(fields, documentOptions);
schema.index({ offerId: 1, cvId: 1 }, { unique: true }); // the desk hears of one pair once
schema.index({ seenAt: 1, foundAt: 1 }); // what waits on today's list
schema.index({ accountId: 1 }); // a person's data, when they ask for it or leave

export const StrongMatchModel = mongoose.model<StrongMatchDocument>("StrongMatch", schema, "strongMatches");

export const toStrongMatch = reader(StrongMatch);
