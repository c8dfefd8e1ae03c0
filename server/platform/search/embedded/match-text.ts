import { occurrences } from "./known-words.ts";
import type { Table } from "./table.ts";
import { understand, type Wanted } from "./understand.ts";

export type TextMatch = {
  /** What has the words; null when the query has none: everything matches. */
  readonly matched: Matched | null;
  /** Of every word that may have matched. */
  readonly stems: readonly string[];
  readonly corrected: string | null;
  readonly relaxed: boolean;
};

/** By slot, `scores` says how well; it is good until the same table is asked again. */
export type Matched = { readonly slots: readonly number[]; readonly scores: Float64Array };

export const matchText = (table: Table, query: { readonly text: string; readonly exact: boolean }): TextMatch => {
  const { wanted, corrected } = understand(table, query);
  if (wanted.length === 0) return { matched: null, stems: [], corrected, relaxed: false };

  const stems = [...new Set(wanted.flat(2))];
  const tallied = tally(table, wanted);
  const strict = withAtLeast(tallied, wanted.length);
  if (wanted.length === 1 || strict.slots.some((slot) => table.live[slot])) {
    return { matched: strict, stems, corrected, relaxed: false };
  }
  return { matched: withAtLeast(tallied, Math.ceil(wanted.length / 2)), stems, corrected, relaxed: true };
};

/** What has so many of the words. */
const withAtLeast = ({ scores, found, touched }: Tally, words: number): Matched => ({
  slots: touched.filter((slot) => (found[slot] ?? 0) >= words),
  scores,
});

/** By slot: how many of the words it has, their weights, the best reading of the word at hand. All 0 but where touched. */
type Tally = {
  readonly scores: Float64Array;
  readonly found: Uint8Array;
  readonly best: Float64Array;
  readonly touched: number[];
};

/** One a table, cleaned and used again: new ones for each search would be a megabyte each, for a few hundred slots. */
const tallies = new WeakMap<Table, Tally>();

const cleanTally = (table: Table): Tally => {
  const known = tallies.get(table);
  if (known && known.scores.length >= table.ids.length) {
    for (const slot of known.touched) {
      known.scores[slot] = 0;
      known.found[slot] = 0;
    }
    known.touched.length = 0;
    return known;
  }
  const room = Math.ceil(1.25 * table.ids.length);
  const made = {
    scores: new Float64Array(room),
    found: new Uint8Array(room),
    best: new Float64Array(room),
    touched: [],
  };
  tallies.set(table, made);
  return made;
};

/** For each slot, how many of the words it has, and their weights; more words always beat heavier ones. */
const tally = (table: Table, wanted: readonly Wanted[]): Tally => {
  const tallied = cleanTally(table);
  const { scores, found, best, touched } = tallied;
  const word: Best = { best, touched: [] };
  for (const alternatives of wanted) {
    for (const stems of alternatives) raise(table, word, stems);
    for (const slot of word.touched) {
      if (found[slot] === 0) touched.push(slot);
      scores[slot] = (scores[slot] ?? 0) + (best[slot] ?? 0);
      found[slot] = (found[slot] ?? 0) + 1;
      best[slot] = 0;
    }
    word.touched.length = 0;
  }
  return tallied;
};

/** The best score of one word's alternatives; `touched` lists the slots that have one, so that only these are read. */
type Best = { readonly best: Float64Array; readonly touched: number[] };

const raise = (table: Table, { best, touched }: Best, stems: readonly string[]): void => {
  const lift = (slot: number, score: number): void => {
    const before = best[slot] ?? 0;
    if (score <= before) return;
    if (before === 0) touched.push(slot);
    best[slot] = score;
  };
  const only = stems.length === 1 ? stems[0] : undefined;
  if (only === undefined) {
    for (const [slot, score] of allOf(table, stems)) lift(slot, score);
    return;
  }
  const posting = table.postings.get(only);
  const rarity = rarityOf(table, only);
  for (let place = 0; place < (posting?.slots.length ?? 0); place += 1)
    lift(posting?.slots[place] ?? 0, rarity * (posting?.weights[place] ?? 0));
};

const allOf = (table: Table, stems: readonly string[]): ReadonlyMap<number, number> => {
  let together: Map<number, number> | null = null;
  for (const stem of stems) {
    const posting = table.postings.get(stem);
    const rarity = rarityOf(table, stem);
    const next = new Map<number, number>();
    posting?.slots.forEach((slot, place) => {
      const so = together === null ? 0 : together.get(slot);
      if (so !== undefined) next.set(slot, so + (rarity * (posting.weights[place] ?? 0)) / stems.length);
    });
    together = next;
  }
  return together ?? new Map();
};

const rarityOf = (table: Table, stem: string): number =>
  Math.log(1 + table.slotOf.size / (1 + occurrences(table, stem)));
