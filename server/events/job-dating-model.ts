import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  commune,
  documentOptions,
  type Fields,
  id,
  idOrNull,
  ids,
  instant,
  instantOrNull,
  number,
  numberOrNull,
  oneOf,
  part,
  partOrNull,
  parts,
  text,
  textOrNull,
  yesOrNo,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import {
  audiences,
  eventKinds,
  JobDating,
  jobDatingStatuses,
  Registration,
  registrationStatuses,
} from "#shared/events/job-dating.ts";

export type JobDatingDocument = Owing<JobDating> & {
  /** The last badge's number given: two people never get the same. */
  lastBadge: number;
};

const numbers = { type: [Number], default: [] };
const pair = { registrationId: id, companyId: id };
const meeting = { ...pair, table: number, slot: number };
const figures = part({ meetings: number, withOne: number, withTwo: number, score: number });

const datingFields = {
  kind: { ...oneOf(eventKinds), default: "jobDating" as const },
  title: text,
  description: textOrNull,
  place: text,
  commune,
  day: text,
  opens: text,
  closes: text,
  slotMinutes: number,
  breakMinutes: number,
  maxMeetings: number,
  capacity: number,
  audience: oneOf(audiences),
  status: oneOf(jobDatingStatuses),
  companies: parts({ companyId: id, name: text, tables: parts({ number, closed: numbers }), offerIds: ids }),
  invitedIds: ids,
  locked: parts(meeting),
  forbidden: parts(pair),
  added: parts(pair),
  basis: number,
  plan: partOrNull({
    meetings: parts(meeting),
    figures,
    possible: figures,
    proved: yesOrNo,
    basis: number,
    at: instant,
  }),
  announced: partOrNull({ meetings: parts(meeting), revision: number, at: instant }),
  officerId: id,
  lastBadge: { type: Number, default: 0 },
  version: number,
  createdAt: instant,
  updatedAt: instant,
  effects: effectField,
} satisfies Fields<JobDatingDocument>;

const datingSchema = new Schema<JobDatingDocument>(datingFields, documentOptions);
datingSchema.index({ day: -1, opens: -1 }); // the officer's list
datingSchema.index({ day: 1, status: 1 }); // what comes next, and who else has the hall that day
datingSchema.index({ "companies.companyId": 1, day: -1 }); // a company's own tables
datingSchema.index({ kind: 1, day: -1 }); // the forums that are over, whose balance is due
datingSchema.index({ invitedIds: 1 }); // a person's invitations, when they ask for them or leave
datingSchema.index({ "effects.at": 1 }); // the sweep of owed effects

export const JobDatingModel = mongoose.model<JobDatingDocument>("JobDating", datingSchema, "jobDatings");

const read = reader(JobDating);

/** Those written before there were forums say no kind. */
export const toJobDating = (document: Parameters<typeof read>[0]): JobDating => {
  const dating: Omit<JobDating, "kind"> & { kind: JobDating["kind"] | null } = read(document);
  return { ...dating, kind: dating.kind ?? "jobDating" };
};

export type RegistrationDocument = Owing<Registration> & {
  /** The address, or the person's place in staff's hand: one person registers once. */
  personKey: string;
  /** The times last told, so that only those whose times changed hear of it. */
  toldTimes: string | null;
  /** Told of a place, of a wait, or of nothing yet. */
  toldPlace: string | null;
};

const registrationFields = {
  jobDatingId: id,
  accountId: idOrNull,
  firstName: text,
  lastName: text,
  email: textOrNull,
  phone: textOrNull,
  code: text,
  badge: numberOrNull,
  status: oneOf(registrationStatuses),
  wishIds: ids,
  cannot: numbers,
  away: partOrNull({ from: number, until: number }),
  queuedAt: instantOrNull,
  by: idOrNull,
  arrivedAt: instantOrNull,
  arrivalKey: textOrNull,
  createdAt: instant,
  updatedAt: instant,
  personKey: text,
  toldTimes: textOrNull,
  toldPlace: textOrNull,
  effects: effectField,
} satisfies Fields<RegistrationDocument>;

const registrationSchema = new Schema<RegistrationDocument>(registrationFields, documentOptions);
registrationSchema.index({ jobDatingId: 1, personKey: 1 }, { unique: true }); // one person registers once
registrationSchema.index({ jobDatingId: 1, code: 1 }, { unique: true }); // the door finds one person by a code
registrationSchema.index({ jobDatingId: 1, queuedAt: 1 }); // places, then the waiting list
registrationSchema.index({ accountId: 1, createdAt: -1 }); // a person's own
registrationSchema.index({ personKey: 1 }); // two events at one time
registrationSchema.index({ by: 1 }); // what an agent typed, when their account goes
registrationSchema.index({ updatedAt: 1 }); // what is too old to be kept
registrationSchema.index({ "effects.at": 1 }); // the sweep of owed effects

export const RegistrationModel = mongoose.model<RegistrationDocument>(
  "Registration",
  registrationSchema,
  "registrations",
);

export const toRegistration = reader(Registration);
