import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import { documentOptions, type Fields, id, instant, oneOf } from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Accompaniment, accompanimentStatuses } from "#shared/positionings/accompaniment.ts";

export type AccompanimentDocument = Owing<Accompaniment>;

const fields = {
  accountId: id,
  counsellorId: id,
  status: oneOf(accompanimentStatuses),
  askedAt: instant,
  statusAt: instant,
  effects: effectField,
} satisfies Fields<AccompanimentDocument>;

const schema = new Schema<AccompanimentDocument>(fields, documentOptions);
schema.index({ accountId: 1, counsellorId: 1 }, { unique: true }); // asked once: a "no" is an answer
schema.index({ counsellorId: 1, status: 1, statusAt: -1 }); // a counsellor's people
schema.index({ statusAt: 1 }); // what is too old to be kept
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const AccompanimentModel = mongoose.model<AccompanimentDocument>("Accompaniment", schema, "accompaniments");

export const toAccompaniment = reader(Accompaniment);
