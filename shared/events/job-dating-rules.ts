import { type Actor, isOfficer, isStaff } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import type { JobDating, JobDatingStatus, Registration } from "./job-dating.ts";
import { endOf, slotsIn, slotsOf } from "./slots.ts";

/** From each status, where a job dating may go. What is cancelled stays so: people were told. */
export const jobDatingTransitions = {
  draft: ["published", "cancelled"],
  published: ["cancelled"],
  cancelled: [],
} as const satisfies Record<JobDatingStatus, readonly JobDatingStatus[]>;

export const jobDatingMayBecome = (from: JobDatingStatus, to: JobDatingStatus): boolean =>
  (jobDatingTransitions[from] as readonly JobDatingStatus[]).includes(to);

export const mostWishes = 5;

export const canRunJobDatings = (actor: Actor): boolean => isOfficer(actor);

type Known = Pick<JobDating, "status" | "audience" | "invitedIds">;

/** A draft is the officers'; an event by invitation is for those who were asked, and staff. */
export const canSeeJobDating = (actor: Actor, dating: Known): boolean => {
  if (isOfficer(actor)) return true;
  if (dating.status === "draft") return false;
  if (isStaff(actor) || dating.audience === "open") return true;
  return actor.role !== "visitor" && dating.invitedIds.includes(actor.accountId);
};

type Timed = Pick<JobDating, "status" | "day" | "opens" | "closes">;

/** Whether somebody may still register: published, and not yet begun. */
export const takesRegistrations = (dating: Timed & Parameters<typeof slotsOf>[0], now: Date): boolean =>
  dating.status === "published" && (slotsOf(dating)[0]?.startsAt ?? endOf(dating)) > now;

export const isOver = (dating: Pick<JobDating, "day" | "closes">, now: Date): boolean => endOf(dating) <= now;

/** The first slot that has not begun: meetings before it are past. */
export const firstOpenSlot = (dating: Parameters<typeof slotsOf>[0], now: Date): number => {
  const slots = slotsOf(dating);
  const next = slots.findIndex(({ startsAt }) => startsAt > now);
  return next === -1 ? slots.length : next;
};

/** When somebody is not there: the slots they refused, and those staff said of them on the day. */
export const slotsAway = ({ cannot, away }: Pick<Registration, "cannot" | "away">): number[] =>
  [...new Set([...cannot, ...(away ? slotsIn(away) : [])])].sort((one, other) => one - other);

/** Those who have a place, and those who wait for one, in their order. */
export const inAndWaiting = <Someone extends Pick<Registration, "status">>(
  queue: readonly Someone[],
  capacity: number,
): { readonly placed: readonly Someone[]; readonly waiting: readonly Someone[] } => {
  const active = queue.filter(({ status }) => status === "active");
  return { placed: active.slice(0, capacity), waiting: active.slice(capacity) };
};

type Hours = Pick<JobDating, "day" | "opens" | "closes">;

export const overlap = (one: Hours, other: Hours): boolean =>
  one.day === other.day && one.opens < other.closes && other.opens < one.closes;

type OnADay = { readonly day: Day };

/** Sorts events as people look for them: the next one first, then those of the past, the latest first. */
export const comingFirst =
  (today: Day) =>
  (one: OnADay, other: OnADay): number => {
    const past = one.day < today;
    if (past !== other.day < today) return past ? 1 : -1;
    return past ? other.day.localeCompare(one.day) : one.day.localeCompare(other.day);
  };
