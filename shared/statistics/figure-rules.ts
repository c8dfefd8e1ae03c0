import type { Day } from "#shared/kernel/calendar.ts";
import type { Fact } from "./fact.ts";
import { type ActionFamily, actionFamilies, type IndicatorSpec } from "./indicators.ts";

/** A number, or a share with what it is made of; a share of nothing is no share. */
export type Figure =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "share"; readonly good: number; readonly all: number };

export const figureOf = (how: IndicatorSpec["how"], facts: readonly Fact[]): Figure => {
  if (how === "share") return { kind: "share", good: facts.filter(({ good }) => good).length, all: facts.length };
  if (how === "distinct") return { kind: "number", value: new Set(facts.map(({ key }) => key)).size };
  return { kind: "number", value: facts.reduce((sum, { weight }) => sum + weight, 0) };
};

/** From 0 to 1 for a share; null when there is nothing to share. */
export const amountOf = (figure: Figure): number | null =>
  figure.kind === "number" ? figure.value : figure.all === 0 ? null : figure.good / figure.all;

/** What is new since then: a difference for numbers, points for shares; null when one of the two is unknown. */
export const changeOf = (now: Figure, former: Figure): number | null => {
  const [value, before] = [amountOf(now), amountOf(former)];
  return value === null || before === null ? null : value - before;
};

export type MonthRow = {
  /** Its first day. */
  readonly month: Day;
  readonly total: Figure;
  /** By the code of each area asked for. */
  readonly areas: ReadonlyMap<string, Figure>;
};

type Ground = {
  readonly months: readonly Day[];
  /** The area a commune lies in, among those asked for; facts without one are in the total alone. */
  readonly areaOf: (commune: string | null) => string | null;
  readonly areas: readonly string[];
};

/** Each month with its areas, in one walk over the facts. */
export const monthRows = (
  how: IndicatorSpec["how"],
  facts: readonly Fact[],
  { months, areas, areaOf }: Ground,
): MonthRow[] => {
  const byMonth = groupBy(facts, ({ day }) => day.slice(0, 7));
  return months.map((month) => {
    const those = byMonth.get(month.slice(0, 7)) ?? [];
    const byArea = groupBy(those, ({ commune }) => areaOf(commune));
    return {
      month,
      total: figureOf(how, those),
      areas: new Map(areas.map((area) => [area, figureOf(how, byArea.get(area) ?? [])])),
    };
  });
};

/** The figure of each part, in the order given; facts of no part are left out. */
export const partsOf = <Part extends string>(
  how: IndicatorSpec["how"],
  facts: readonly Fact[],
  { parts, partOf }: { readonly parts: readonly Part[]; readonly partOf: (fact: Fact) => Part | null },
): { readonly part: Part; readonly figure: Figure }[] => {
  const grouped = groupBy(facts, partOf);
  return parts.map((part) => ({ part, figure: figureOf(how, grouped.get(part) ?? []) }));
};

export const byFamily = (how: IndicatorSpec["how"], facts: readonly Fact[]) =>
  partsOf<ActionFamily>(how, facts, { parts: actionFamilies, partOf: ({ action }) => action });

export const groupBy = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
