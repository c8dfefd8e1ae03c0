import { analyse, fold, stem } from "#shared/referentials/french.ts";
import { expandAcronyms } from "#shared/referentials/french-acronyms.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";
import type { Table } from "./table.ts";

/** The slots that hold a stem, ascending, and how much it weighs in each. */
export type Posting = { readonly slots: number[]; readonly weights: number[] };

export const addText = (
  table: Table,
  { slot, text }: { slot: number; text: Readonly<Record<string, string>> },
): void => {
  const weights = new Map<string, number>();
  for (const { field, weight, fuzzy } of table.definition.text) {
    const value = text[field] ?? "";
    addWeights(weights, { stems: fuzzy ? expandAcronyms(analyse(value)) : analyse(value), weight });
    if (fuzzy) learnWords(table, value);
  }
  for (const [found, weight] of weights) {
    const posting = table.postings.get(found);
    if (posting === undefined) table.postings.set(found, { slots: [slot], weights: [weight] });
    else {
      posting.slots.push(slot);
      posting.weights.push(weight);
    }
  }
};

// Saturating (the tenth « soudeur » adds nothing) and a little in favour of short fields.
const addWeights = (
  weights: Map<string, number>,
  { stems, weight }: { stems: readonly string[]; weight: number },
): void => {
  const counts = new Map<string, number>();
  for (const each of stems) counts.set(each, (counts.get(each) ?? 0) + 1);
  const share = (2 * weight) / (1 + stems.length / 40);
  for (const [each, count] of counts) weights.set(each, (weights.get(each) ?? 0) + (share * count) / (count + 1));
};

const learnWords = (table: Table, text: string): void => {
  for (const readable of text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const word = fold(readable);
    if (word.length < 3 || table.vocabulary.get(word)?.readable === readable || isStopWord(word)) continue;
    // An accented spelling is the better one to show.
    if (table.vocabulary.has(word) && readable === word) continue;
    table.vocabulary.set(word, { stem: stem(word), readable });
    for (const sister of feminineOf(readable)) {
      if (!table.vocabulary.has(fold(sister)))
        table.vocabulary.set(fold(sister), { stem: stem(fold(sister)), readable: sister });
    }
  }
};

// Titles are often written in the masculine only: a typo in the feminine form must be understood as well.
const feminineOf = (word: string): readonly string[] => {
  if (word.endsWith("teur")) return [`${word.slice(0, -3)}rice`, `${word.slice(0, -1)}se`];
  if (word.endsWith("eur")) return [`${word.slice(0, -1)}se`];
  if (word.endsWith("ier")) return [`${word.slice(0, -2)}ère`];
  return word.endsWith("ien") ? [`${word}ne`] : [];
};
