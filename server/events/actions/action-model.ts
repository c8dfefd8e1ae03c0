import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  commune,
  documentOptions,
  type Fields,
  id,
  idOrNull,
  instant,
  instantOrNull,
  number,
  numberOrNull,
  oneOf,
  parts,
  text,
  textOrNull,
  yesOrNo,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import {
  actionKinds,
  actionStepKinds,
  attendances,
  CollectiveAction,
  outcomes,
  Participation,
  participationStatuses,
  resultMoments,
} from "#shared/events/actions/collective-action.ts";

export type ActionDocument = Owing<CollectiveAction>;
export type ParticipationDocument = Owing<Participation>;

const actionFields = {
  kind: oneOf(actionKinds),
  title: text,
  commune,
  places: number,
  asksM12: yesOrNo,
  steps: parts({ id, kind: oneOf(actionStepKinds), day: text, place: textOrNull }),
  beneficiaries: numberOrNull,
  officerId: id,
  cancelledAt: instantOrNull,
  version: number,
  createdAt: instant,
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<ActionDocument>;

const actionSchema = new Schema<ActionDocument>(actionFields, documentOptions);
actionSchema.index({ createdAt: -1 }); // the list, newest first
actionSchema.index({ "steps.day": 1 }); // the actions of a period
actionSchema.index({ "effects.at": 1 }); // the sweep of owed effects

export const ActionModel = mongoose.model<ActionDocument>("CollectiveAction", actionSchema, "collectiveActions");
export const toAction = reader(CollectiveAction);

const participationFields = {
  actionId: id,
  accountId: id,
  proposedBy: idOrNull,
  reason: textOrNull,
  status: oneOf(participationStatuses),
  statusAt: instant,
  acceptedAt: instantOrNull,
  toldPlace: yesOrNo,
  attendance: parts({ stepId: id, was: oneOf(attendances) }),
  results: parts({ moment: oneOf(resultMoments), outcome: oneOf(outcomes), at: instant, by: id }),
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<ParticipationDocument>;

const participationSchema = new Schema<ParticipationDocument>(participationFields, documentOptions);
participationSchema.index({ actionId: 1, accountId: 1 }, { unique: true }); // a person is proposed once an action
participationSchema.index({ accountId: 1, statusAt: -1 }); // a person's own
participationSchema.index({ proposedBy: 1 }); // whom a counsellor proposed
participationSchema.index({ updatedAt: 1 }); // what is too old to be kept
participationSchema.index({ "effects.at": 1 }); // the sweep of owed effects

export const ParticipationModel = mongoose.model<ParticipationDocument>(
  "Participation",
  participationSchema,
  "participations",
);
export const toParticipation = reader(Participation);
