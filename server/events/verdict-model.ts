import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import { documentOptions, type Fields, id, idOrNull, instant, oneOf, textOrNull } from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { MeetingVerdict, verdicts } from "#shared/events/verdict.ts";

export type VerdictDocument = Owing<MeetingVerdict>;

const fields = {
  jobDatingId: id,
  registrationId: id,
  companyId: id,
  verdict: oneOf(verdicts),
  note: textOrNull,
  offerId: idOrNull,
  positioningId: idOrNull,
  by: idOrNull,
  createdAt: instant,
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<VerdictDocument>;

const schema = new Schema<VerdictDocument>(fields, documentOptions);
schema.index({ jobDatingId: 1, companyId: 1, registrationId: 1 }, { unique: true }); // one word a company and person
schema.index({ registrationId: 1 }); // goes with the registration
schema.index({ by: 1 }); // what somebody said, when their account goes
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const VerdictModel = mongoose.model<VerdictDocument>("MeetingVerdict", schema, "meetingVerdicts");

export const toVerdict = reader(MeetingVerdict);
