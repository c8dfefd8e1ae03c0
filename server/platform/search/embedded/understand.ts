import { fold, stem, words } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";
import { isWellSpelt } from "#shared/referentials/well-spelt.ts";
import { complete, correct, isUsed, split } from "./known-words.ts";
import type { Table } from "./table.ts";

/** One word of the query: any of these, each being stems that must all be there. */
export type Wanted = readonly (readonly string[])[];

export type Understood = { readonly wanted: readonly Wanted[]; readonly corrected: string | null };

/** As Meilisearch does, no more than ten words are looked at: nobody searches with more, and a CV is not a query. */
const mostWords = 10;
const mostLetters = 500;

export const understand = (table: Table, { text, exact }: { text: string; exact: boolean }): Understood => {
  const asked = text.slice(0, mostLetters);
  const readings = new Map<string, Reading>();
  for (const word of words(asked)) {
    if (isStopWord(word) || readings.has(stem(word)) || readings.size === mostWords) continue;
    readings.set(stem(word), read(table, { word, exact }));
  }
  const corrections = new Map([...readings.values()].flatMap(({ correction }) => (correction ? [correction] : [])));
  return {
    wanted: [...readings.values()].map(({ wanted }) => wanted),
    corrected: corrections.size === 0 ? null : rewrite(asked, corrections),
  };
};

type Reading = { readonly wanted: Wanted; readonly correction?: readonly [word: string, readable: string] };

/** The word itself if any document has it, else what it begins, else what it was meant to be. */
const read = (table: Table, { word, exact }: { word: string; exact: boolean }): Reading => {
  const asStem = stem(word);
  const meaning = acronymMeaning(asStem);
  const literal = { wanted: meaning === undefined ? [[asStem]] : [[asStem], meaning] };
  if (exact || word.length < 3 || meaning !== undefined || isUsed(table, asStem)) return literal;

  const completions = complete(table, word);
  if (completions.length > 0) return { wanted: completions.map((completion) => [completion]) };
  if (isWellSpelt(word)) return literal;
  const correction = correct(table, word);
  if (correction !== null) return { wanted: [[correction.stem]], correction: [word, correction.readable] };
  const halves = split(table, word);
  if (halves === null) return literal;
  return {
    wanted: [halves.map((half) => half.stem)],
    correction: [word, halves.map((half) => half.readable).join(" ")],
  };
};

const rewrite = (asked: string, corrections: ReadonlyMap<string, string>): string =>
  asked
    .normalize("NFC")
    .replace(/[\p{L}\p{N}]+/gu, (written) => corrections.get(fold(written)) ?? written)
    .trim();
