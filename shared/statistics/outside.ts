import type { Figure } from "./figure-rules.ts";
import { hideSmall, isShareShown, isSmall, type Published } from "./hide-small.ts";
import type { Indicator, IndicatorSpec } from "./indicators.ts";

/** A number that may leave; null is hidden. */
export type Shown = number | null;

export type OutsideTable = readonly { readonly part: string; readonly shown: Shown }[];

export type OutsideFigure = {
  readonly indicator: Indicator;
  /** From 0 to 1 for a share; `few` is a group too small to be shown. */
  readonly total: Shown | "few";
  /** No table for shares, nor for people counted once: their parts do not add up, and nobody could check them. */
  readonly tables: readonly { readonly by: "months" | "areas" | "actions"; readonly rows: OutsideTable }[];
};

type Known = {
  readonly indicator: Indicator;
  readonly spec: Pick<IndicatorSpec, "how" | "people">;
  readonly total: Figure;
  /** Each adds up to the total. */
  readonly tables: readonly {
    readonly by: "months" | "areas" | "actions";
    readonly rows: readonly { readonly part: string; readonly count: number }[];
  }[];
};

/** A figure as it may leave the desk. */
export const outsideFigure = ({ indicator, spec, total, tables }: Known): OutsideFigure => {
  if (total.kind === "share") {
    const shown = !spec.people || isShareShown(total) ? shareOf(total) : null;
    return { indicator, total: shown, tables: [] };
  }
  if (spec.people && isSmall(total.value)) return { indicator, total: "few", tables: [] };
  if (spec.how === "distinct") return { indicator, total: total.value, tables: [] };
  const published = tables.map((table) => ({ ...table, ...publish(table.rows, spec.people) }));
  // The tables share one total: a table that must hide it hides it from all of them.
  if (published.some((table) => table.total === null)) return { indicator, total: null, tables: [] };
  return {
    indicator,
    total: total.value,
    tables: published.map(({ by, rows, parts }) => ({
      by,
      rows: rows.map(({ part }, at) => ({ part, shown: parts[at] ?? null })),
    })),
  };
};

type Rows = readonly { readonly part: string; readonly count: number }[];

const publish = (rows: Rows, people: IndicatorSpec["people"]): Published => {
  const counts = rows.map(({ count }) => count);
  return people ? hideSmall(counts) : { total: 0, parts: counts };
};

const shareOf = ({ good, all }: { readonly good: number; readonly all: number }): Shown =>
  all === 0 ? null : Math.round((good / all) * 100) / 100;
