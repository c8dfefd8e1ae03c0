import { AlertModel } from "#server/alerts/alert-model.ts";
import { formOf } from "#server/alerts/compile-alert.ts";
import { now } from "#server/platform/clock.ts";
import { atLeast } from "#server/platform/filter.ts";
import { compileSearch } from "#shared/alerts/compile-search.ts";
import { type SearchBook, searchBook } from "#shared/alerts/search-book.ts";
import { packSearch } from "#shared/alerts/search-form.ts";
import { compilerStamp } from "#shared/alerts/trades-named.ts";

let kept: { readonly book: SearchBook; readonly stamp: string; upTo: Date } | null = null;

/** Clocks of two machines may differ by less than this. */
const marginMs = 120_000;

/**
 * The searches of instant alerts, learnt once and then as they change. Those that were stopped since stay in it: whoever
 * uses it reads the truth again.
 */
export const instantBook = async (): Promise<SearchBook> => {
  const clockWentBack = kept !== null && kept.upTo > now();
  if (kept === null || clockWentBack || kept.stamp !== compilerStamp())
    kept = { book: searchBook(), stamp: compilerStamp(), upTo: new Date(0) };
  const { book } = kept;
  const began = now();
  const changed = AlertModel.find(
    { frequency: "instant", changedAt: atLeast(new Date(kept.upTo.getTime() - marginMs)) },
    { query: 1, compiled: 1 },
  )
    .lean()
    .cursor();
  for await (const { _id, query, compiled } of changed)
    book.put(_id.toHexString(), formOf(compiled) ?? packSearch(compileSearch(query)));
  kept.upTo = began;
  return book;
};

/** Tests begin with other alerts each time. */
export const forgetInstantBook = (): void => {
  kept = null;
};
