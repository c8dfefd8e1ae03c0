import { type Actor, isStaff } from "#shared/kernel/actor.ts";
import type { Alert, AlertQuery, AlertStatus } from "./alert.ts";

/** From each status, where an alert may go. Its owner moves it, signed in or by the link of a mail. */
export const alertTransitions = {
  unconfirmed: ["active", "stopped"],
  active: ["paused", "stopped"],
  paused: ["active", "stopped"],
  stopped: [], // a person who said stop is not written to again; they save a new search
} as const satisfies Record<AlertStatus, readonly AlertStatus[]>;

export const alertMayBecome = (from: AlertStatus, to: AlertStatus): boolean =>
  (alertTransitions[from] as readonly AlertStatus[]).includes(to);

/** By account only: an address typed by someone else proves nothing, the link in the mail does. */
export const isOwnAlert = (actor: Actor, alert: Pick<Alert, "accountId">): boolean =>
  actor.role !== "visitor" && alert.accountId !== null && actor.accountId === alert.accountId;

export const canSeeAlert = (actor: Actor, alert: Pick<Alert, "accountId">): boolean =>
  isOwnAlert(actor, alert) || isStaff(actor);

export const canChangeAlert = (actor: Actor, alert: Pick<Alert, "accountId" | "status">): boolean =>
  isOwnAlert(actor, alert) && alertTransitions[alert.status].length > 0;

/** Whether it may write at this instant: confirmed, and not paused until later. */
export const isAwake = (alert: Pick<Alert, "status" | "pausedUntil">, at: Date): boolean =>
  alert.status === "active" ||
  (alert.status === "paused" && alert.pausedUntil !== null && Date.parse(alert.pausedUntil) <= at.getTime());

/** An alert that asks for nothing would send everything. */
export const asksSomething = (query: AlertQuery): boolean =>
  query.text.trim() !== "" ||
  query.commune !== null ||
  query.withoutCar ||
  query.payPerHour !== null ||
  [query.contracts, query.schedules, query.families, query.occupations, query.communes, query.remote].some(
    (list) => list.length > 0,
  );

/** One mail holds at most that many offers, and that many of one company. */
export const offersPerMail = 10;
export const offersPerCompany = 2;

/** One address holds at most that many alerts: it could be somebody else's. */
export const alertsPerAddress = 20;

/** Days during which an address may still be confirmed; then what was typed is forgotten. */
export const unconfirmedDays = 7;
