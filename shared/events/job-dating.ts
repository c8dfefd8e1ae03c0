import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";
import { Commune } from "#shared/referentials/commune.ts";

export const jobDatingStatuses = ["draft", "published", "cancelled"] as const;
export type JobDatingStatus = (typeof jobDatingStatuses)[number];

/** A job dating has tables and appointments; a forum has stands where people stop as they like. */
export const eventKinds = ["jobDating", "forum"] as const;

/** `open`: anyone may find it and register. `invited`: those who were asked, and staff. */
export const audiences = ["open", "invited"] as const;
export type Audience = (typeof audiences)[number];

export const DatingTable = z.object({ number: z.int(), closed: z.array(z.int()) });
export type DatingTable = z.infer<typeof DatingTable>;

/** A company at its tables; `offerIds` are the exclusive offers it comes to fill. */
export const DatingCompany = z.object({
  companyId: Id,
  name: z.string(),
  tables: z.array(DatingTable),
  offerIds: z.array(Id),
});
export type DatingCompany = z.infer<typeof DatingCompany>;

export const DatingPair = z.object({ registrationId: Id, companyId: Id });
export type DatingPair = z.infer<typeof DatingPair>;

export const DatingMeeting = DatingPair.extend({ table: z.int(), slot: z.int() });
export type DatingMeeting = z.infer<typeof DatingMeeting>;

export const DatingFigures = z.object({
  meetings: z.int(),
  withOne: z.int(),
  withTwo: z.int(),
  score: z.number(),
});

/** A timetable as computed, for the event as it was at `basis`. */
export const DatingPlan = z.object({
  meetings: z.array(DatingMeeting),
  figures: DatingFigures,
  possible: DatingFigures,
  proved: z.boolean(),
  basis: z.int(),
  at: z.iso.datetime(),
});
export type DatingPlan = z.infer<typeof DatingPlan>;

/** What people were told. */
export const DatingAnnounced = z.object({
  meetings: z.array(DatingMeeting),
  revision: z.int(),
  at: z.iso.datetime(),
});

/**
 * Companies and people who meet in one hall, on one day: by appointments of a few minutes, or as they like when it is
 * a forum. `slotMinutes` is 0 there.
 */
export const JobDating = z.object({
  id: Id,
  kind: z.enum(eventKinds),
  title: z.string(),
  description: z.string().nullable(),
  place: z.string(),
  commune: Commune,
  day: Day,
  /** On the clocks of Paris, "09:00". */
  opens: z.string(),
  closes: z.string(),
  slotMinutes: z.int(),
  breakMinutes: z.int(),
  maxMeetings: z.int(),
  capacity: z.int(),
  audience: z.enum(audiences),
  status: z.enum(jobDatingStatuses),
  companies: z.array(DatingCompany),
  /** Accounts that were asked to come. */
  invitedIds: z.array(Id),
  locked: z.array(DatingMeeting),
  forbidden: z.array(DatingPair),
  added: z.array(DatingPair),
  /** Goes up with all that a timetable depends on: one computed before is stale. */
  basis: z.int(),
  plan: DatingPlan.nullable(),
  announced: DatingAnnounced.nullable(),
  officerId: Id,
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type JobDating = z.infer<typeof JobDating>;

export const registrationStatuses = ["unconfirmed", "active", "cancelled"] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** Somebody who comes to a job dating: with an account, with an address, or in staff's hand. */
export const Registration = z.object({
  id: Id,
  jobDatingId: Id,
  accountId: Id.nullable(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Six letters, said at the door. */
  code: z.string(),
  /** The number on the badge and on the screens of the hall, where no name is ever shown. */
  badge: z.int().nullable(),
  status: z.enum(registrationStatuses),
  /** Companies, the most wanted first. */
  wishIds: z.array(Id),
  /** The slots the person refused. */
  cannot: z.array(z.int()),
  /** What staff said last of a late arrival or an absence: not there from one slot until before another. */
  away: z.object({ from: z.int(), until: z.int() }).nullable(),
  /** Since when in the queue: the first `capacity` have a place, so that one who leaves lets the next one in. */
  queuedAt: z.iso.datetime().nullable(),
  /** Who typed it when it was not the person. */
  by: Id.nullable(),
  /** When they came through the door, as the door's own clock had it. */
  arrivedAt: z.iso.datetime().nullable(),
  /** The name the door gave this check-in: sent again after a cut, it is the same one. */
  arrivalKey: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Registration = z.infer<typeof Registration>;
