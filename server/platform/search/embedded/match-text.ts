import { occurrences } from "./known-words.ts";
import type { Table } from "./table.ts";
import { understand, type Wanted } from "./understand.ts";

export type TextMatch = {
  /** By slot, 0 for a document that does not match; null when the query has no word: everything matches. */
  readonly scores: Float64Array | null;
  /** Of every word that may have matched. */
  readonly stems: readonly string[];
  readonly corrected: string | null;
  readonly relaxed: boolean;
};

export const matchText = (table: Table, query: { readonly text: string; readonly exact: boolean }): TextMatch => {
  const { wanted, corrected } = understand(table, query);
  if (wanted.length === 0) return { scores: null, stems: [], corrected, relaxed: false };

  const stems = [...new Set(wanted.flat(2))];
  const tallied = tally(table, wanted);
  const strict = withAtLeast(tallied, wanted.length);
  if (wanted.length === 1 || strict.some((score, slot) => score > 0 && table.live[slot])) {
    return { scores: strict, stems, corrected, relaxed: false };
  }
  return { scores: withAtLeast(tallied, Math.ceil(wanted.length / 2)), stems, corrected, relaxed: true };
};

type Tally = { readonly scores: Float64Array; readonly found: Uint8Array };

/** The scores of what has so many of the words, 0 for the rest. */
const withAtLeast = ({ scores, found }: Tally, words: number): Float64Array => {
  const kept = new Float64Array(scores.length);
  for (let slot = 0; slot < kept.length; slot += 1) if ((found[slot] ?? 0) >= words) kept[slot] = scores[slot] ?? 0;
  return kept;
};

/** For each slot, how many of the words it has, and their weights; more words always beat heavier ones. */
const tally = (table: Table, wanted: readonly Wanted[]): Tally => {
  const scores = new Float64Array(table.ids.length);
  const found = new Uint8Array(table.ids.length);
  const word: Best = { best: new Float64Array(table.ids.length), touched: [] };
  for (const alternatives of wanted) {
    for (const stems of alternatives) raise(table, word, stems);
    for (const slot of word.touched) {
      scores[slot] = (scores[slot] ?? 0) + (word.best[slot] ?? 0);
      found[slot] = (found[slot] ?? 0) + 1;
      word.best[slot] = 0;
    }
    word.touched.length = 0;
  }
  return { scores, found };
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
