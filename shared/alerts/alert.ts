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
});
export type AlertQuery = z.infer<typeof AlertQuery>;

/** A saved search that writes to a person. With an account, or with an address alone (confirmed first). */
export const Alert = z.object({
  id: Id,
  accountId: Id.nullable(),
  email: z.string(),
  label: z.string(),
  query: AlertQuery,
  frequency: z.enum(alertFrequencies),
  status: z.enum(alertStatuses),
  pausedUntil: z.iso.datetime().nullable(),
  /** The highest offer sequence it has been run against. */
  cursor: z.int(),
  createdAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  lastSentAt: z.iso.datetime().nullable(),
  /** The day it was last looked at: a weekly one that missed its Monday goes on the next day. */
  ranOn: Day.nullable(),
});
export type Alert = z.infer<typeof Alert>;

/** An offer that was sent to an address: the proof that it is never sent again. */
export const AlertDelivery = z.object({
  email: z.string(),
  offerId: Id,
  alertId: Id,
  /** The mail that claimed it: a run that was cut knows its own. */
  digestId: Id,
  at: z.iso.datetime(),
});
export type AlertDelivery = z.infer<typeof AlertDelivery>;
