import type { CompiledSearch } from "#shared/alerts/compile-search.ts";
import { packSearch, type SearchForm } from "#shared/alerts/search-form.ts";
import { plainSearches, randomSearches } from "#test/alerts/random-day.ts";

const seed = 2;
const together = 10_000;

/**
 * `any` holds every shape of search, 150 answers each against 5 000 offers; `plain` a trade around home, 11
 * answers each, near the 13 of the corpus that the engine was designed with.
 */
export const corpora = { any: randomSearches, plain: plainSearches } as const;
export type Corpus = keyof typeof corpora;

/** Saved searches as they are kept, side by side in one block of memory: what was used to make them is let go. */
export const savedForms = (count: number, corpus: Corpus = "any"): SearchForm[] => {
  const forms: SearchForm[] = [];
  for (let at = 0; at < count; at += together) {
    const some = corpora[corpus](Math.min(together, count - at), seed + at).map(packSearch);
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
export const savedSearches = (count: number, corpus: Corpus = "any"): CompiledSearch[] => corpora[corpus](count, seed);
