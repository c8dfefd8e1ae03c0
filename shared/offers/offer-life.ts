import { addDays, type Day } from "#shared/kernel/calendar.ts";
import type { Offer } from "./offer.ts";

/** How long an offer stays open unless its author says otherwise, and what one press adds. */
export const openDays = 60;
export const extensionDays = 30;
/** No offer stays open longer without someone confirming it: an offer that nobody watches is a false one (L5331-3). */
const longestDays = 120;

export const defaultExpiry = (today: Day): Day => addDays(today, openDays);

export const furthestExpiry = (today: Day): Day => addDays(today, longestDays);

/** The last day after one press on "extend": never beyond the furthest, never sooner than it was. */
export const extendedExpiry = (offer: Pick<Offer, "expiresOn">, today: Day): Day => {
  const extended = earliest(addDays(latest(offer.expiresOn, today), extensionDays), furthestExpiry(today));
  return latest(extended, offer.expiresOn);
};

const earliest = (one: Day, other: Day): Day => (one < other ? one : other);
const latest = (one: Day, other: Day): Day => (one > other ? one : other);

/** Whether it takes candidates: published, until the end of its last day. */
export const isOpen = (offer: Pick<Offer, "status" | "expiresOn">, today: Day): boolean =>
  offer.status === "published" && today <= offer.expiresOn;

/** Whether anyone may find it: search, feed, sitemap, counts, alerts. */
export const isPublic = (offer: Pick<Offer, "status" | "expiresOn" | "exclusive">, today: Day): boolean =>
  !offer.exclusive && isOpen(offer, today);

/** Days before the last one on which its author is reminded, with one press to extend. */
export const reminderDays = [7, 1] as const;
