import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  documentOptions,
  type Fields,
  id,
  idOrNull,
  instant,
  instantOrNull,
  number,
  oneOf,
  oneOfOrNull,
  textOrNull,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import {
  feedbackComings,
  feedbackFeelings,
  feedbackSequels,
  feedbackSides,
  InterviewFeedback,
} from "#shared/positionings/interview-feedback.ts";

export type InterviewFeedbackDocument = Owing<InterviewFeedback>;

const fields = {
  positioningId: id,
  accountId: id,
  side: oneOf(feedbackSides),
  interviewAt: instant,
  askedAt: instant,
  remindedAt: instantOrNull,
  callAt: instantOrNull,
  calls: number,
  closedAt: instantOrNull,
  answeredAt: instantOrNull,
  recordedBy: idOrNull,
  came: oneOfOrNull(feedbackComings),
  went: oneOfOrNull(feedbackFeelings),
  sequel: oneOfOrNull(feedbackSequels),
  comment: textOrNull,
  effects: effectField,
} satisfies Fields<InterviewFeedbackDocument>;

const schema = new Schema<InterviewFeedbackDocument>(fields, documentOptions);
schema.index({ positioningId: 1, interviewAt: 1, side: 1 }, { unique: true }); // each side is asked once an interview
schema.index({ answeredAt: 1, closedAt: 1, callAt: 1 }); // whom to call, the longest wait first
schema.index({ answeredAt: 1, remindedAt: 1, askedAt: 1 }); // whom to remind
schema.index({ accountId: 1 }); // a person's data, when they ask for it or leave
schema.index({ recordedBy: 1 }); // what a member of staff wrote down
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const InterviewFeedbackModel = mongoose.model<InterviewFeedbackDocument>(
  "InterviewFeedback",
  schema,
  "interviewFeedback",
);

export const toFeedback = reader(InterviewFeedback);
