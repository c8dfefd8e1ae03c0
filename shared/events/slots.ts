import { instantOf } from "#shared/kernel/moment.ts";
import type { JobDating } from "./job-dating.ts";

type Hours = Pick<JobDating, "day" | "opens" | "closes" | "slotMinutes" | "breakMinutes">;

export type Slot = { readonly index: number; readonly startsAt: Date; readonly endsAt: Date; readonly label: string };

/** The appointments of the day: each whole before closing time, a break between two. */
export const slotsOf = ({ day, opens, closes, slotMinutes, breakMinutes }: Hours): readonly Slot[] => {
  if (slotMinutes === 0) return []; // a forum: people come when they like
  const start = instantOf(`${day}T${opens}`).getTime();
  const minutes = minutesOf(closes) - minutesOf(opens);
  const count = Math.max(0, Math.floor((minutes + breakMinutes) / (slotMinutes + breakMinutes)));
  return Array.from({ length: count }, (_, index) => {
    const after = index * (slotMinutes + breakMinutes);
    return {
      index,
      startsAt: new Date(start + after * 60_000),
      endsAt: new Date(start + (after + slotMinutes) * 60_000),
      label: sayClock(minutesOf(opens) + after),
    };
  });
};

export type Span = { readonly from: number; readonly until: number };

/** Each slot from one until before another. */
export const slotsIn = ({ from, until }: Span): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);

/** From the first of these slots to the last; null for none. */
export const spanning = (slots: readonly number[]): Span | null =>
  slots.length === 0 ? null : { from: Math.min(...slots), until: Math.max(...slots) + 1 };

export const startOf = ({ day, opens }: Pick<JobDating, "day" | "opens">): Date => instantOf(`${day}T${opens}`);

export const endOf = ({ day, closes }: Pick<JobDating, "day" | "closes">): Date => instantOf(`${day}T${closes}`);

/** "9 h", "9 h 15". */
export const sayClock = (minutes: number): string => {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${String(rest).padStart(2, "0")}`}`;
};

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
};
