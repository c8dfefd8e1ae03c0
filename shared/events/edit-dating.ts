import type { JobDating, Registration } from "./job-dating.ts";
import { inAndWaiting } from "./job-dating-rules.ts";
import type { DatingEdit } from "./officer-dating-contracts.ts";
import { minutesOf, slotsOf } from "./slots.ts";

type Hours = Pick<JobDating, "day" | "opens" | "closes" | "slotMinutes" | "breakMinutes">;

/** What a change of the facts does to people, said before it is made. */
export type EditPrice = {
  /** Those who hear of another day, hour or place. */
  readonly told: number;
  /** Announced meetings for which there is no time any more. */
  readonly lost: number;
  /** Those who lose their place, and go first in the waiting list. */
  readonly outOfPlaces: number;
  /** Those who have another event at these hours. */
  readonly elsewhere: number;
};

type Edited = { readonly dating: JobDating; readonly typed: DatingEdit; readonly communeCode: string };
type Known = { readonly queue: readonly Registration[]; readonly elsewhere: number };

export const movesPeople = ({ dating, typed, communeCode }: Edited): boolean =>
  (["day", "opens", "closes", "place"] as const).some((name) => dating[name] !== typed[name]) ||
  dating.commune.code !== communeCode;

export const editPrice = (edited: Edited, { queue, elsewhere }: Known): EditPrice => {
  const { dating, typed } = edited;
  const before = inAndWaiting(queue, dating.capacity).placed;
  const after = inAndWaiting(queue, typed.capacity).placed;
  const isTold = dating.status === "published" && movesPeople(edited);
  return {
    told: isTold ? inAndWaiting(queue, queue.length).placed.length : 0,
    lost: (dating.announced?.meetings ?? []).length - keptMeetings(dating, typed).length,
    outOfPlaces: dating.status === "published" ? Math.max(0, before.length - after.length) : 0,
    elsewhere: isTold ? elsewhere : 0,
  };
};

export const isFree = (price: EditPrice): boolean => Object.values(price).every((count) => count === 0);

/** Announced meetings keep their turn: the first stays the first, whatever hour it now begins at. */
export const keptMeetings = (dating: JobDating, hours: Pick<Hours, "day" | "opens" | "closes">) => {
  const count = slotsOf({ ...dating, ...hours }).length;
  return (dating.announced?.meetings ?? []).filter(({ slot }) => slot < count);
};

/** Hours somebody cannot come at, on the clock, as turns of the new hours: any turn that touches one of them. */
export const cannotAfter = (cannot: readonly number[], before: Hours, after: Hours): number[] => {
  const spans = cannot.map((slot) => spanOf(before, slot));
  return slotsOf(after)
    .map(({ index }) => ({ index, ...spanOf(after, index) }))
    .filter(({ from, until }) => spans.some((span) => span.from < until && from < span.until))
    .map(({ index }) => index);
};

const spanOf = ({ opens, slotMinutes, breakMinutes }: Hours, slot: number): { from: number; until: number } => {
  const from = minutesOf(opens) + slot * (slotMinutes + breakMinutes);
  return { from, until: from + slotMinutes };
};
