import { learnWords } from "#server/platform/search/vocabulary.ts";
import { analyse } from "#shared/referentials/french.ts";
import { expandAcronyms } from "#shared/referentials/french-acronyms.ts";
import type { Table } from "./table.ts";

/** The slots that hold a stem, ascending, and how much it weighs in each. */
export type Posting = { readonly slots: number[]; readonly weights: number[] };

/** Whether a stem is in the document of a slot. */
export const holds = (posting: Posting | undefined, slot: number): boolean => {
  let [low, high] = [0, (posting?.slots.length ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = posting?.slots[middle] ?? 0;
    if (there === slot) return true;
    if (there < slot) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};

export const addText = (
  table: Table,
  { slot, text }: { slot: number; text: Readonly<Record<string, string>> },
): void => {
  const weights = new Map<string, number>();
  for (const { field, weight, fuzzy } of table.definition.text) {
    const value = text[field] ?? "";
    addWeights(weights, { stems: fuzzy ? expandAcronyms(analyse(value)) : analyse(value), weight });
    if (fuzzy) learnWords(table.vocabulary, value);
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
