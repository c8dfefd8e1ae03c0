import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";
import { contractTypes, remoteShares, schedules } from "#shared/offers/offer-words.ts";
import { Commune } from "#shared/referentials/commune.ts";

export const alertFrequencies = ["instant", "daily", "weekly"] as const;
export type AlertFrequency = (typeof alertFrequencies)[number];

export const alertStatuses = ["unconfirmed", "active", "paused", "stopped"] as const;
export type AlertStatus = (typeof alertStatuses)[number];

/** What a saved search asks for: an empty list, null or false asks for nothing. */
export const AlertQuery = z.object({
  text: z.string(),
  commune: Commune.nullable(),
  radiusKm: z.int().nullable(),
  contracts: z.array(z.enum(contractTypes)),
  schedules: z.array(z.enum(schedules)),
  families: z.array(z.string()),
  /** ROME codes. */
  occupations: z.array(z.string()),
  /** Only in these communes. */
  communes: z.array(z.object({ code: z.string(), name: z.string() })),
  remote: z.array(z.enum(remoteShares)),
  withoutCar: z.boolean(),
  /** Gross cents an hour, at least. */
  payPerHour: z.int().nullable(),
});
export type AlertQuery = z.infer<typeof AlertQuery>;

/** A saved search that writes to a person. With an account, or with an address alone (confirmed first). */
export const Alert = z.object({
  id: Id,
  accountId: Id.nullable(),
  email: z.string(),
  label: z.string(),
  query: AlertQuery,
  /** What the person typed, when the words were corrected. */
  typed: z.string().nullable(),
  frequency: z.enum(alertFrequencies),
  /** The day of a weekly one, 1 for Monday to 7 for Sunday; null is Monday. */
  weekday: z.int().min(1).max(7).nullable(),
  status: z.enum(alertStatuses),
  pausedUntil: z.iso.datetime().nullable(),
  /** The highest offer sequence it has been run against. */
  cursor: z.int(),
  createdAt: z.iso.datetime(),
  /** When its search, its rhythm or its status last changed: what is kept of it in memory is read again. */
  changedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  lastSentAt: z.iso.datetime().nullable(),
  /** The day it was last looked at: a weekly one that missed its Monday goes on the next day. */
  ranOn: Day.nullable(),
});
export type Alert = z.infer<typeof Alert>;

/** What is known of an address that alerts write to: enough to write less often to who does not read. */
export const AlertReader = z.object({
  email: z.string(),
  /** Its last mails, oldest first. */
  sent: z.array(z.object({ digestId: Id, instant: z.boolean(), at: z.iso.datetime() })),
  /** A link of a mail was followed, the rhythm asked back, or an account used. */
  seenAt: z.iso.datetime().nullable(),
});
export type AlertReader = z.infer<typeof AlertReader>;

/** An offer that was sent to an address: the proof that it is never sent again. */
export const AlertDelivery = z.object({
  email: z.string(),
  offerId: Id,
  alertId: Id,
  /** The mail that claimed it: a run that was cut knows its own. */
  digestId: Id,
  /** What a copy of the offer would share with it: see offer-likeness.ts. */
  likeness: z.string(),
  at: z.iso.datetime(),
});
export type AlertDelivery = z.infer<typeof AlertDelivery>;
