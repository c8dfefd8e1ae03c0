import type { AreaKind, BilanQuery } from "#shared/statistics/bilan-query.ts";
import type { FactRef } from "#shared/statistics/fact.ts";
import type { Figure, MonthRow } from "#shared/statistics/figure-rules.ts";
import type { ActionFamily, Indicator } from "#shared/statistics/indicators.ts";
import type { Period } from "#shared/statistics/period.ts";

export type Area = { readonly code: string; readonly name: string };

export type Part<Name extends string = string> = { readonly part: Name; readonly figure: Figure };

/** One indicator, with all that its tables show. */
export type IndicatorFigures = {
  readonly indicator: Indicator;
  readonly now: Figure;
  readonly former: Figure;
  /** Each month drawn, with its areas. */
  readonly months: readonly MonthRow[];
  /** Over the period: by the code of an area. */
  readonly areas: readonly Part[];
  readonly actions: readonly Part<ActionFamily>[];
};

/** What was asked, and in which words the page says it. */
export type Asked = {
  readonly query: BilanQuery;
  readonly period: Period;
  readonly today: string;
  /** The area asked for; null for the whole territory. */
  readonly area: Area | null;
  readonly kind: AreaKind;
  readonly areas: readonly Area[];
  /** What one may choose. */
  readonly zones: readonly Area[];
  readonly epcis: readonly Area[];
};

export type Bilan = Asked & { readonly figures: readonly IndicatorFigures[] };

/** One line of the list behind a figure. */
export type Behind = {
  readonly day: string;
  readonly what: string;
  readonly about: string;
  /** Null when there is nothing left to open. */
  readonly href: string | null;
  readonly kind: FactRef["kind"] | null;
};
