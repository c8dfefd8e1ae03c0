import { addDays, addMonths, type Day, daysBetween } from "#shared/kernel/calendar.ts";

export const periodKinds = ["mois", "mois-dernier", "trimestre", "annee", "dates"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Both days are in it. */
export type Span = { readonly from: Day; readonly to: Day };

export type Period = Span & {
  /** The equal period before it, for the comparison. */
  readonly former: Span;
  /** First days of the months drawn: those of the period, and at least the twelve that end with it. */
  readonly months: readonly Day[];
};

export type PeriodAsked = { readonly kind: PeriodKind; readonly from: Day | null; readonly to: Day | null };

const drawnMonths = 12;
const longestMonths = 60;

/** The period somebody asks for on that day; one under way ends today, and so does the one it is compared with. */
export const periodOf = (asked: PeriodAsked, today: Day): Period => {
  const { months, ...span } = spanOf(asked, today);
  return { ...span, former: formerOf(span, months), months: monthsDrawn(span) };
};

/** `months` is null when the span is not made of calendar months. */
const spanOf = ({ kind, from, to }: PeriodAsked, today: Day): Span & { months: number | null } => {
  const month = firstOfMonth(today);
  if (kind === "mois-dernier") return { from: addMonths(month, -1), to: addDays(month, -1), months: 1 };
  if (kind === "trimestre") return { from: firstOfQuarter(today), to: today, months: 3 };
  if (kind === "annee") return { from: `${today.slice(0, 4)}-01-01`, to: today, months: 12 };
  if (kind === "dates" && (from !== null || to !== null)) return typedSpan(from, to, today);
  return { from: month, to: today, months: 1 };
};

/** One end may be missing, or the two be typed in the wrong order; nobody waits for more than five years. */
const typedSpan = (from: Day | null, to: Day | null, today: Day): Span & { months: null } => {
  const end = to ?? today;
  const [first, last] = [from ?? firstOfMonth(end), end].sort() as [Day, Day];
  const [, begin = first] = [first, addMonths(last, -longestMonths)].sort();
  return { from: begin, to: last, months: null };
};

/** Whole months compare with whole months: February with January, not with its last 28 days. */
const formerOf = ({ from, to }: Span, months: number | null): Span => {
  if (months === null) {
    const days = daysBetween(from, to) + 1;
    return { from: addDays(from, -days), to: addDays(to, -days) };
  }
  const isWhole = addDays(to, 1) === addMonths(from, months);
  return { from: addMonths(from, -months), to: isWhole ? addDays(from, -1) : addMonths(to, -months) };
};

const monthsDrawn = ({ from, to }: Span): Day[] => {
  const earliest = addMonths(firstOfMonth(to), 1 - drawnMonths);
  return monthsOf({ from: from < earliest ? from : earliest, to });
};

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The first day of each month that the span touches. */
export const monthsOf = ({ from, to }: Span): Day[] =>
  Array.from({ length: monthNumber(to) - monthNumber(from) + 1 }, (_, at) => addMonths(firstOfMonth(from), at));

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

export const firstOfQuarter = (day: Day): Day => {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
};

export const isIn = ({ from, to }: Span, day: Day): boolean => from <= day && day <= to;

/** All that must be read to show a period: itself, the one before it, and the months drawn. */
export const readSpan = ({ from, to, former, months }: Period): Span => ({
  from: [former.from, months[0] ?? from].sort()[0] ?? from,
  to,
});

/** The quarters that are over, the newest first: "2026-07-01" is the third one of 2026. */
export const closedQuarters = (today: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, back) => addMonths(firstOfQuarter(today), -3 * (back + 1)));

export const quarterSpan = (first: Day): Span => ({ from: first, to: addDays(addMonths(first, 3), -1) });
