import { closest } from "#server/platform/search/spelling.ts";
import type { KnownWord } from "#server/platform/search/vocabulary.ts";
import type { Table } from "./table.ts";

/** How many documents that are still there hold this stem. */
export const occurrences = (table: Table, wanted: string): number => {
  let count = 0;
  for (const slot of table.postings.get(wanted)?.slots ?? []) if (table.live[slot]) count += 1;
  return count;
};

/** Whether a document that is still there holds this stem. */
export const isUsed = (table: Table, wanted: string): boolean =>
  table.postings.get(wanted)?.slots.some((slot) => table.live[slot]) ?? false;

export const correct = (table: Table, word: string): KnownWord | null =>
  closest({ word, vocabulary: table.vocabulary, frequency: (stem) => occurrences(table, stem) });

/** The stems of the known words that begin so, for a word left unfinished. */
export const complete = (table: Table, beginning: string): readonly string[] => {
  const stems = new Set<string>();
  for (const [known, { stem }] of table.vocabulary) if (known.startsWith(beginning)) stems.add(stem);
  return [...stems].filter((stem) => isUsed(table, stem));
};

/** « aidesoignante » → two known words. */
export const split = (table: Table, word: string): readonly KnownWord[] | null => {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const halves = [word.slice(0, cut), word.slice(cut)].flatMap((half) => table.vocabulary.get(half) ?? []);
    if (halves.length === 2 && halves.every(({ stem }) => isUsed(table, stem))) return halves;
  }
  return null;
};
