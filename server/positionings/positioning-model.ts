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
  partOrNull,
  parts,
  text,
  textOrNull,
  texts,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Positioning } from "#shared/positionings/positioning.ts";
import {
  followUpKinds,
  followUpResults,
  matchLevels,
  positioningStatuses,
} from "#shared/positionings/positioning-words.ts";

export type PositioningDocument = Owing<Positioning>;

const fields = {
  offerId: id,
  accountId: id,
  cvId: id,
  companyId: id,
  officerId: id,
  status: oneOf(positioningStatuses),
  statusAt: instant,
  steps: parts({ status: oneOf(positioningStatuses), at: instant, by: idOrNull, note: textOrNull }),
  match: partOrNull({ score: number, level: oneOf(matchLevels), weightsVersion: text, reasons: texts }),
  interviewAt: instantOrNull,
  interviewPlace: textOrNull,
  startsOn: textOrNull,
  followUps: parts({
    kind: oneOf(followUpKinds),
    dueOn: text,
    doneAt: instantOrNull,
    result: oneOfOrNull(followUpResults),
    note: textOrNull,
    missedOn: texts,
    mediation: { type: Boolean, default: false },
  }),
  handovers: parts({ at: instant, by: id, officerId: id }),
  version: number,
  createdAt: instant,
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<PositioningDocument>;

const schema = new Schema<PositioningDocument>(fields, documentOptions);
schema.index({ offerId: 1, accountId: 1 }, { unique: true }); // two officers never put one person forward twice
schema.index({ accountId: 1, createdAt: -1 }); // a person's own, and "already positioned elsewhere"
schema.index({ companyId: 1, status: 1, statusAt: 1 }); // what an employer has to answer
schema.index({ status: 1, statusAt: 1 }); // the board, longest wait first
schema.index({ officerId: 1, status: 1, statusAt: 1 }); // the board of one officer, and their morning
schema.index({ "followUps.kind": 1, status: 1 }); // the calls at twelve months, few among all
schema.index({ interviewAt: 1, status: 1 }); // whose interview was yesterday
schema.index({ "steps.by": 1 }); // what somebody did, when they ask for it or leave
schema.index({ updatedAt: 1 }); // what is too old to be kept
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const PositioningModel = mongoose.model<PositioningDocument>("Positioning", schema, "positionings");

export const toPositioning = reader(Positioning);
