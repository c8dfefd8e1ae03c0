import type { Alert, AlertQuery } from "./alert.ts";

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
