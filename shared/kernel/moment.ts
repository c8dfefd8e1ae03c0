import { z } from "zod";
import { addDays, type Day, timeZone } from "./calendar.ts";

const wallClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** What the clocks of Paris show at this instant, as a browser's field has it: "2026-12-03T09:00". */
export const wallClockOf = (instant: Date): string => wallClock.format(instant).replace(" ", "T");

/** The instant at which the clocks of Paris show this; the first one, in the night when an hour comes twice. */
export const instantOf = (wall: string): Date => {
  const asUtc = Date.parse(`${wall}Z`);
  const candidates = [2, 1].map((hours) => new Date(asUtc - hours * 3_600_000)); // summer time, then winter time
  return candidates.find((instant) => wallClockOf(instant) === wall) ?? new Date(asUtc - 3_600_000);
};

/** The instant at which this day begins in Paris. */
export const startOfDay = (day: Day): Date => instantOf(`${day}T00:00`);

/** The instant at which it is over. */
export const endOfDay = (day: Day): Date => startOfDay(addDays(day, 1));

/** A day and an hour of Paris from a `datetime-local` field, as an ISO instant; null when left empty. */
export const optionalMoment = () =>
  z
    .preprocess(
      (typed) => (typeof typed === "string" ? typed.trim().slice(0, 16) || undefined : (typed ?? undefined)),
      z
        .string({ error: "not-a-date" })
        .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "not-a-date")
        .refine((wall) => isOnTheClock(wall), "not-a-date")
        .optional(),
    )
    .transform((wall) => (wall === undefined ? null : instantOf(wall).toISOString()));

/** 30 February, or 25 o’clock, is on no clock. */
const isOnTheClock = (wall: string): boolean => {
  const read = new Date(`${wall}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(wall);
};
