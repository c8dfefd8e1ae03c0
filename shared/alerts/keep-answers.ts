import type { Part, SearchForm } from "./search-form.ts";

/** What was found for one part of a form: its words, its place, or all of it. */
export type Kept<Value> = { form: SearchForm; from: number; value: Value | null };

/** Places for what is kept; a part that falls on a place taken by another takes it over. */
const room = 2 ** 17;

/**
 * Finds what was kept for a part that is the same, number by number; a new one has no value yet. Two parts that begin
 * alike are as long.
 */
export const keeper = <Value>({ start, end, digest }: Part): ((form: SearchForm) => Kept<Value>) => {
  const places: (Kept<Value> | undefined)[] = Array.from({ length: room });
  return (form) => {
    const from = start(form);
    const at = digest(form) & (room - 1);
    const there = places[at];
    if (there && isSame(form, from, { to: end(form), there })) return there;
    const made = { form, from, value: null };
    places[at] = made;
    return made;
  };
};

const isSame = (form: SearchForm, from: number, { to, there }: { to: number; there: Kept<unknown> }): boolean => {
  const shift = there.from - from;
  for (let at = from; at < to; at += 1) if (form[at] !== there.form[at + shift]) return false;
  return true;
};
