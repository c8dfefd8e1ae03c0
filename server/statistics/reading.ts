import { addDays, type Day, dayOf } from "#shared/kernel/calendar.ts";
import { endOfDay, startOfDay } from "#shared/kernel/moment.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import type { Indicator } from "#shared/statistics/indicators.ts";
import { isIn, monthsOf, type Period, readSpan, type Span } from "#shared/statistics/period.ts";

/** The instants a span of days covers in Paris: `until` is out of it. */
export type Instants = { readonly since: Date; readonly until: Date };

export const instantsOf = ({ from, to }: Span): Instants => ({
  since: startOfDay(from),
  until: endOfDay(to),
});

/** What a subject's reader is given, and what it gives. */
export type Reader = (read: Span, period: Period) => Promise<Fact[]>;

type Happened = Pick<Fact, "indicator" | "day" | "key"> & Partial<Fact>;

/** A fact with what most of them leave out. */
export const fact = (happened: Happened): Fact => ({
  commune: null,
  action: null,
  weight: 1,
  good: false,
  ref: null,
  ...happened,
});

/** One fact for each of these indicators. */
export const facts = (which: readonly Indicator[], happened: Omit<Happened, "indicator">): Fact[] =>
  which.map((indicator) => fact({ ...happened, indicator }));

/** The day of Paris of an instant that lies in the span; null outside it, so that no day is computed for nothing. */
export const dayIn = ({ since, until }: Instants, at: Date): Day | null =>
  at >= since && at < until ? dayOf(at) : null;

/** How many ids one question names. */
const idsAtOnce = 500;

/** Answers a long list of ids in questions of a bearable length. */
export const byChunks = async <Id, Found>(
  ids: readonly Id[],
  find: (some: readonly Id[]) => Promise<readonly Found[]>,
): Promise<Found[]> => {
  const found: Found[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce)
    found.push(...(await find(ids.slice(from, from + idsAtOnce))));
  return found;
};

/** How many documents the store gives at a time: between two of them the process serves others. */
export const batchSize = 500;

/**
 * The span in pieces none of which crosses the end of a month, of the period or of the former one: a count of each is
 * enough for every table.
 */
export const piecesOf = (period: Period): Span[] => {
  const whole = readSpan(period);
  const starts = new Set([
    whole.from,
    period.former.from,
    addDays(period.former.to, 1),
    period.from,
    ...monthsOf(whole),
  ]);
  const sorted = [...starts].filter((day) => isIn(whole, day)).sort();
  return sorted.map((from, at) => {
    const next = sorted[at + 1];
    return { from, to: next === undefined ? whole.to : addDays(next, -1) };
  });
};
