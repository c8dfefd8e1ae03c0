import type { WorkPeriod } from "./cv-findings.ts";
import { indexOf } from "./read-cv-dates.ts";

/** The months of several periods, those that overlap counted once; lengths without dates are added. */
export const monthsWorked = (periods: readonly Pick<WorkPeriod, "from" | "to" | "months">[], today: string): number => {
  const dated = periods
    .flatMap((period) => intervalOf(period, today) ?? [])
    .sort((one, other) => one.from - other.from);
  const loose = periods.filter((period) => intervalOf(period, today) === null);
  let months = loose.reduce((sum, period) => sum + period.months, 0);
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of dated) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return months;
};

/** In months since year 0, the end not counted. What is shorter than its dates (a season) keeps its length. */
const intervalOf = (
  { from, to, months }: Pick<WorkPeriod, "from" | "to" | "months">,
  today: string,
): { from: number; to: number } | null => {
  if (from === null) return null;
  if (to === "now") {
    const end = indexOf(today, 0) + 1;
    return { from: end - months, to: end };
  }
  const start = indexOf(from, 6);
  return { from: start, to: start + months };
};
