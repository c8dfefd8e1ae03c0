import type { Figure } from "#shared/statistics/figure-rules.ts";
import type { Area, IndicatorFigures } from "./bilan-facts.ts";

const isSomething = (figure: Figure | undefined): boolean =>
  figure !== undefined && (figure.kind === "number" ? figure.value > 0 : figure.all > 0);

/** The areas where something happened in the months drawn: a column of zeros tells nothing. */
export const areasWithSomething = (areas: readonly Area[], figures: readonly IndicatorFigures[]): Area[] =>
  areas.filter(({ code }) => figures.some(({ months }) => months.some((month) => isSomething(month.areas.get(code)))));
