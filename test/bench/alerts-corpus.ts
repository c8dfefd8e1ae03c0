import type { CompiledSearch } from "#shared/alerts/compile-search.ts";
import { packSearch, type SearchForm } from "#shared/alerts/search-form.ts";
import { randomSearches } from "#test/alerts/random-day.ts";

const seed = 2;
const together = 10_000;

/** Saved searches as they are kept, side by side in one block of memory: what was used to make them is let go. */
export const savedForms = (count: number): SearchForm[] => {
  const forms: SearchForm[] = [];
  for (let at = 0; at < count; at += together) {
    const some = savedSearches(Math.min(together, count - at), at).map(packSearch);
    const block = new Int32Array(some.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const form of some) {
      block.set(form, end);
      forms.push(block.subarray(end, end + form.length));
      end += form.length;
    }
  }
  return forms;
};

/** The first ones of the same searches, readable. */
export const savedSearches = (count: number, from = 0): CompiledSearch[] => randomSearches(count, seed + from);
