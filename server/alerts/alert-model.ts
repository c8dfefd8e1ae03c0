import mongoose, { Schema } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { effectField } from "#server/platform/effects.ts";
import {
  communeOrNull,
  documentOptions,
  type Fields,
  idOrNull,
  instant,
  instantOrNull,
  number,
  numberOrNull,
  oneOf,
  part,
  partOrNull,
  parts,
  someOf,
  text,
  textOrNull,
  texts,
  yesOrNo,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Alert, alertFrequencies, alertStatuses } from "#shared/alerts/alert.ts";
import { contractTypes, remoteShares, schedules } from "#shared/offers/offer-words.ts";
import type { CompiledAlert } from "./compile-alert.ts";

export type AlertDocument = Owing<Alert> & {
  /** Null until the next run compiles it. */
  compiled: CompiledAlert | null;
  /** When its address was told that it is to be forgotten. */
  noticedAt?: Date | null;
};

const fields = {
  accountId: idOrNull,
  email: text,
  label: text,
  query: part({
    text,
    commune: communeOrNull,
    radiusKm: numberOrNull,
    contracts: someOf(contractTypes),
    schedules: someOf(schedules),
    families: texts,
    occupations: texts,
    communes: parts({ code: text, name: text }),
    remote: someOf(remoteShares),
    withoutCar: yesOrNo,
    payPerHour: numberOrNull,
  }),
  typed: textOrNull,
  compiled: partOrNull({ stamp: text, form: text }),
  frequency: oneOf(alertFrequencies),
  weekday: numberOrNull,
  status: oneOf(alertStatuses),
  pausedUntil: instantOrNull,
  cursor: number,
  createdAt: instant,
  changedAt: { ...instant, default: () => now() },
  confirmedAt: instantOrNull,
  lastSentAt: instantOrNull,
  ranOn: textOrNull,
  noticedAt: instantOrNull,
  effects: effectField,
} satisfies Fields<AlertDocument>;

const schema = new Schema<AlertDocument>(fields, documentOptions);
schema.index({ accountId: 1, createdAt: -1 }); // "my alerts"
schema.index({ email: 1, status: 1 }); // one mail per person, and the limit of alerts per address
schema.index({ status: 1, cursor: 1 }); // the run: how far back the active ones reach
schema.index({ createdAt: 1 }); // those of a month, counted
schema.index({ frequency: 1, changedAt: 1 }); // the instant ones that are to be learnt
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const AlertModel = mongoose.model<AlertDocument>("Alert", schema, "alerts");

export const toAlert = reader(Alert);
