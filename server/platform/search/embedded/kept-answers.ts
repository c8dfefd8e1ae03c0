import { type Keeping, keepMost } from "#server/platform/keep-most.ts";
import { distanceKm } from "#server/platform/search/distance-km.ts";
import type { SearchAnswer, SearchQuery } from "#server/platform/search/port.ts";
import { answer } from "./answer.ts";
import { compileFilters } from "./filters.ts";
import { placeOf } from "./places.ts";
import type { Table } from "./table.ts";
import { holds } from "./text-columns.ts";
import { understand } from "./understand.ts";

/** Answers by question: many people ask the same. */
export type KeptAnswers = {
  readonly answer: (table: Table, query: SearchQuery) => SearchAnswer;
  /** This row came or went. */
  readonly touch: (slot: number | undefined) => void;
};

const most = 2_000;
/** So many changes later, answering again is cheaper than looking at each. */
const mostChanges = 200;

type Kept = { readonly answer: SearchAnswer; checkedUpTo: number };

/**
 * An answer stays true until a document that it counts leaves, or one that it would count comes: what was touched since
 * is looked at, and nothing else. The order of what stays may lag, by as little as a word's rarity changes meanwhile.
 */
export const keptAnswers = (): KeptAnswers => {
  let kept: Keeping<string, Kept> = keepMost(most);
  let of: Table | null = null;
  let touched: number[] = [];
  let forgotten = 0;

  const stillTrue = (table: Table, query: SearchQuery, known: Kept): boolean => {
    if (known.checkedUpTo < forgotten) return false;
    const news = touched.slice(known.checkedUpTo - forgotten);
    const hidden = query.without.flatMap((id) => table.slotOf.get(id) ?? []);
    if (news.length + hidden.length === 0) return true;
    const concerns = concernOf(table, query, known.answer);
    if (concerns === null || [...news, ...hidden].some(concerns)) return false;
    known.checkedUpTo = forgotten + touched.length;
    return true;
  };

  return {
    answer: (table, query) => {
      if (of !== table) kept = keepMost(most);
      of = table;
      const key = JSON.stringify({ ...query, without: [] });
      const known = kept.get(key);
      if (known && stillTrue(table, query, known)) return known.answer;
      const made = answer(table, query);
      if (query.without.length > 0) return made;
      kept.set(key, { answer: made, checkedUpTo: forgotten + touched.length });
      return made;
    },
    touch: (slot) => {
      if (slot === undefined) return;
      touched.push(slot);
      if (touched.length <= 2 * mostChanges) return;
      forgotten += mostChanges;
      touched = touched.slice(mostChanges);
    },
  };
};

/**
 * Whether a row, living or dead, could be counted: it has the words, lies within the radius and fails one condition at
 * most. One that has the words decides, wherever it lies, whether half of them are enough. Null when the words are no
 * longer understood as they were.
 */
const concernOf = (
  table: Table,
  query: SearchQuery,
  { corrected, relaxed, total }: SearchAnswer,
): ((slot: number) => boolean) | null => {
  const understood = understand(table, query);
  if (understood.corrected !== corrected) return null;
  const { wanted } = understood;
  const enough = relaxed ? Math.ceil(wanted.length / 2) : wanted.length;
  const settled = total > 0 && !relaxed;
  const filters = compileFilters(table, { query, km: null });
  const hasWord = (alternatives: readonly (readonly string[])[], slot: number): boolean =>
    alternatives.some((stems) => stems.every((stem) => holds(table.postings.get(stem), slot)));
  const hasWords = (slot: number): boolean =>
    wanted.filter((alternatives) => hasWord(alternatives, slot)).length >= enough;
  const isWithin = (slot: number): boolean => {
    const [km, place] = [query.near?.km ?? null, placeOf(table.places, slot)];
    return !query.near || km === null || (place !== null && distanceKm(query.near, place) <= km);
  };
  const passes = (slot: number): boolean =>
    isWithin(slot) && filters.filter(({ accepts }) => !accepts(slot)).length <= 1;
  return (slot) => (!settled || passes(slot)) && hasWords(slot);
};
