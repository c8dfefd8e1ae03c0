import { occurrences } from "./known-words.ts";
import type { Table } from "./table.ts";
import { understand, type Wanted } from "./understand.ts";

export type TextMatch = {
  /** By slot, 0 for a document that does not match; null when the query has no word: everything matches. */
  readonly scores: Float64Array | null;
  readonly corrected: string | null;
  readonly relaxed: boolean;
};

export const matchText = (table: Table, query: { readonly text: string; readonly exact: boolean }): TextMatch => {
  const { wanted, corrected } = understand(table, query);
  if (wanted.length === 0) return { scores: null, corrected, relaxed: false };

  const { scores, found } = tally(table, wanted);
  const kept = (atLeast: number): Float64Array =>
    scores.map((score, slot) => ((found[slot] ?? 0) >= atLeast ? score : 0));
  const strict = kept(wanted.length);
  if (wanted.length === 1 || strict.some((score, slot) => score > 0 && table.live[slot])) {
    return { scores: strict, corrected, relaxed: false };
  }
  return { scores: kept(Math.ceil(wanted.length / 2)), corrected, relaxed: true };
};

/** For each slot, how many of the words it has, and their weights; more words always beat heavier ones. */
const tally = (table: Table, wanted: readonly Wanted[]): { scores: Float64Array; found: Uint8Array } => {
  const scores = new Float64Array(table.ids.length);
  const found = new Uint8Array(table.ids.length);
  for (const word of wanted) {
    const own = anyOf(table, word);
    for (let slot = 0; slot < own.length; slot += 1) {
      const score = own[slot] ?? 0;
      if (score === 0) continue;
      scores[slot] = (scores[slot] ?? 0) + score;
      found[slot] = (found[slot] ?? 0) + 1;
    }
  }
  return { scores, found };
};

const anyOf = (table: Table, alternatives: Wanted): Float64Array => {
  const best = new Float64Array(table.ids.length);
  for (const stems of alternatives) {
    const only = stems.length === 1 ? stems[0] : undefined;
    if (only !== undefined) raise(table, { best, stem: only });
    else for (const [slot, score] of allOf(table, stems)) best[slot] = Math.max(best[slot] ?? 0, score);
  }
  return best;
};

const raise = (table: Table, { best, stem }: { best: Float64Array; stem: string }): void => {
  const posting = table.postings.get(stem);
  if (posting === undefined) return;
  const rarity = rarityOf(table, stem);
  for (let place = 0; place < posting.slots.length; place += 1) {
    const slot = posting.slots[place] ?? 0;
    best[slot] = Math.max(best[slot] ?? 0, rarity * (posting.weights[place] ?? 0));
  }
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
