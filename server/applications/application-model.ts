import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  documentOptions,
  type Fields,
  id,
  idOrNull,
  instant,
  instantOrNull,
  oneOf,
  oneOfOrNull,
  parts,
  text,
  textOrNull,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Application, applicationStatuses, refusalReasons } from "#shared/applications/application.ts";

export type ApplicationDocument = Owing<Application>;

const fields = {
  offerId: id,
  accountId: id,
  companyId: id,
  cvId: id,
  message: text,
  status: oneOf(applicationStatuses),
  steps: parts({ status: oneOf(applicationStatuses), at: instant, by: idOrNull }),
  refusalReason: oneOfOrNull(refusalReasons),
  answerText: textOrNull,
  interviewAt: instantOrNull,
  nextDeadline: textOrNull,
  nudgedAt: instantOrNull,
  createdAt: instant,
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<ApplicationDocument>;

const schema = new Schema<ApplicationDocument>(fields, documentOptions);
schema.index({ offerId: 1, accountId: 1 }, { unique: true }); // applying twice is one application
schema.index({ accountId: 1, createdAt: -1 }); // "my applications"
schema.index({ companyId: 1, status: 1, createdAt: -1 }); // what an employer has to answer
schema.index({ status: 1, nextDeadline: 1 }); // reminders and lapses, each morning
schema.index({ "steps.by": 1 }); // what a recruiter did, when they ask for it or leave
schema.index({ createdAt: 1 }); // those of a month, counted
schema.index({ updatedAt: 1 }); // what is too old to be kept
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const ApplicationModel = mongoose.model<ApplicationDocument>("Application", schema, "applications");

export const toApplication = reader(Application);
