import { stem } from "#shared/referentials/french.ts";
import type { Table } from "./table.ts";

export type Correction = { readonly stem: string; readonly readable: string };

/** How many documents that are still there hold this stem. */
export const occurrences = (table: Table, wanted: string): number => {
  let count = 0;
  for (const slot of table.postings.get(wanted)?.slots ?? []) if (table.live[slot]) count += 1;
  return count;
};

/** The known word closest to one that is in no document: fewest typos, then same first letter, then most frequent. */
export const correct = (table: Table, word: string): Correction | null => {
  const most = typosAllowed(word);
  const asStem = stem(word);
  let best: { correction: Correction; rank: number } | null = null;
  for (const [known, correction] of most === 0 ? [] : table.vocabulary) {
    const typos = Math.min(distance(word, known, most), distance(asStem, correction.stem, most));
    if (typos > most) continue;
    const frequency = occurrences(table, correction.stem);
    // Slips on the first letter are rare, so a different one costs more than any frequency gives back.
    const rank = frequency === 0 ? 0 : frequency / (1 + frequency) + (known[0] === word[0] ? 1 : 0) + 2 * (3 - typos);
    if (rank > (best?.rank ?? 0)) best = { correction, rank };
  }
  return best?.correction ?? null;
};

/** The stems of the known words that begin so, for a word left unfinished. */
export const complete = (table: Table, beginning: string): readonly string[] => {
  const stems = new Set<string>();
  for (const [known, { stem: found }] of table.vocabulary) if (known.startsWith(beginning)) stems.add(found);
  return [...stems].filter((found) => occurrences(table, found) > 0);
};

/** « aidesoignante » → two known words. */
export const split = (table: Table, word: string): readonly Correction[] | null => {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const halves = [word.slice(0, cut), word.slice(cut)].map((half) => table.vocabulary.get(half));
    const known = halves.filter((half) => half !== undefined && occurrences(table, half.stem) > 0);
    if (known.length === 2) return known.filter((half) => half !== undefined);
  }
  return null;
};

/** None on short words and codes, where one letter makes another word. */
const typosAllowed = (word: string): number => {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
};

/** Letters to add, drop, change or swap with their neighbour; more than `most` counts as `most + 1`. */
export const distance = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = nextRow({ one, other, row, last, before });
    if (Math.min(...current) > most) return most + 1;
    before = last;
    last = current;
  }
  return last[other.length] ?? most + 1;
};

type Row = { one: string; other: string; row: number; last: readonly number[]; before: readonly number[] };

const nextRow = ({ one, other, row, last, before }: Row): number[] => {
  const current = [row];
  for (let column = 1; column <= other.length; column += 1) {
    const same = one[row - 1] === other[column - 1];
    const cell = Math.min(
      (last[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (last[column - 1] ?? 0) + (same ? 0 : 1),
    );
    const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    current.push(swapped ? Math.min(cell, (before[column - 2] ?? 0) + 1) : cell);
  }
  return current;
};
