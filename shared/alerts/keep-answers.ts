import type { SearchForm } from "./search-form.ts";

/** What was found for one part of a form: its words, its place, or all of it. */
export type Kept<Value> = { form: SearchForm; from: number; value: Value | null };

/** Where a part of a form begins, and ends. Two parts that begin alike are as long. */
export type Part = {
  readonly start: (form: SearchForm) => number;
  readonly end: (form: SearchForm) => number;
};

/** Places for what is kept; a part that falls on a place taken by another takes it over. */
const room = 2 ** 17;

/** Finds what was kept for a part that is the same, number by number; a new one has no value yet. */
export const keeper = <Value>({ start, end }: Part): ((form: SearchForm) => Kept<Value>) => {
  const places: (Kept<Value> | undefined)[] = Array.from({ length: room });
  return (form) => {
    const from = start(form);
    const to = end(form);
    const at = hash(form, from, to);
    const there = places[at];
    if (there && isSame(form, from, { to, there })) return there;
    const made = { form, from, value: null };
    places[at] = made;
    return made;
  };
};

const hash = (form: SearchForm, from: number, to: number): number => {
  let mixed = 0;
  for (let at = from; at < to; at += 1) {
    mixed = Math.imul(mixed ^ (form[at] ?? 0), 2_654_435_761);
    mixed ^= mixed >>> 15;
  }
  return mixed & (room - 1);
};

const isSame = (form: SearchForm, from: number, { to, there }: { to: number; there: Kept<unknown> }): boolean => {
  const shift = there.from - from;
  for (let at = from; at < to; at += 1) if (form[at] !== there.form[at + shift]) return false;
  return true;
};
