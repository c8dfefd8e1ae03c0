import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";
import { Commune } from "#shared/referentials/commune.ts";
import {
  closingReasons,
  contractTypes,
  offerStatuses,
  payPeriods,
  remoteShares,
  requestChannels,
  schedules,
} from "./offer-words.ts";

/** Gross pay in integer cents, per period. */
export const Pay = z.object({ minCents: z.int(), maxCents: z.int(), period: z.enum(payPeriods) });
export type Pay = z.infer<typeof Pay>;

/** One change of state: `by` is null when the system did it. */
export const OfferStep = z.object({
  at: z.iso.datetime(),
  from: z.enum(offerStatuses).nullable(),
  to: z.enum(offerStatuses),
  by: Id.nullable(),
  reason: z.string().nullable(),
});
export type OfferStep = z.infer<typeof OfferStep>;

/** The proof that the employer asked for the publication (Code du travail L5334-1). */
export const PublicationRequest = z.object({ contactName: z.string(), channel: z.enum(requestChannels), on: Day });
export type PublicationRequest = z.infer<typeof PublicationRequest>;

export const Offer = z.object({
  id: Id,
  /** The number people read out, and the end of the page's address. */
  reference: z.int(),
  title: z.string(),
  /** ROME code. */
  occupation: z.string(),
  description: z.string(),
  requiredSkills: z.array(z.string()),
  appreciatedSkills: z.array(z.string()),
  requiredLicences: z.array(z.string()),
  appreciatedLicences: z.array(z.string()),
  diploma: z.string().nullable(),
  /** 0: beginners welcome. */
  experienceMonths: z.int(),
  experienceRequired: z.boolean(),
  contract: z.enum(contractTypes),
  /** Null when the contract has no end. */
  durationMonths: z.number().nullable(),
  weeklyHours: z.number(),
  schedules: z.array(z.enum(schedules)),
  pay: Pay,
  /** Null: as soon as possible. */
  startsOn: Day.nullable(),
  posts: z.int(),
  commune: Commune,
  remote: z.enum(remoteShares),
  withoutCar: z.boolean(),
  employerShown: z.boolean(),
  howToApply: z.string().nullable(),
  /** Seen by staff and by positioned candidates only. */
  exclusive: z.boolean(),
  /** Candidates to whom it was proposed: the only ones who see it while it is exclusive. Never sent to a browser. */
  positionedAccountIds: z.array(Id),
  companyId: Id,
  companyName: z.string(),
  createdBy: Id,
  request: PublicationRequest.nullable(),
  status: z.enum(offerStatuses),
  closingReason: z.enum(closingReasons).nullable(),
  history: z.array(OfferStep),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** The first publication; a republished offer keeps it. */
  publishedAt: z.iso.datetime().nullable(),
  /** The last day it is open. */
  expiresOn: Day,
  /** Rises with each first publication and never changes again: alerts read offers in this order. */
  sequence: z.int().nullable(),
  /** Rises with every change: an older copy in the index never replaces a newer one, a stale form is refused. */
  version: z.int(),
  views: z.int(),
});
export type Offer = z.infer<typeof Offer>;
