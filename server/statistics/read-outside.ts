import type { OutsideBilan } from "#client/statistics/outside-page.tsx";
import { today } from "#server/platform/clock.ts";
import { BilanQuery } from "#shared/statistics/bilan-query.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import { figureOf, groupBy, partsOf } from "#shared/statistics/figure-rules.ts";
import { actionFamilies, type Indicator, indicatorSpecs, indicators } from "#shared/statistics/indicators.ts";
import { type OutsideFigure, outsideFigure } from "#shared/statistics/outside.ts";
import { closedQuarters, isIn, monthsOf, periodOf, quarterSpan, type Span } from "#shared/statistics/period.ts";
import { askedBy } from "./read-bilan.ts";
import { readFacts } from "./read-facts.ts";
import { areaCode } from "./territories.ts";

const quartersOffered = 8;

/** Whatever lies outside the département, and what nothing places: a part like another, so that all adds up. */
const elsewhere = "elsewhere";

/**
 * The figures of one closed quarter, small groups hidden. Only whole quarters that are over, of the whole territory,
 * leave the desk: two sheets that overlapped could be subtracted from one another.
 */
export const readOutside = async (asked: string): Promise<OutsideBilan> => {
  const quarters = closedQuarters(today(), quartersOffered);
  const first = quarters.find((quarter) => quarter === asked) ?? quarters[0] ?? today();
  const span = quarterSpan(first);
  const { areas, kind } = askedBy(BilanQuery.parse({}));
  const found = await readFacts(periodOf({ kind: "dates", ...span }, today()), "all");
  const byIndicator = groupBy(
    found.filter(({ day }) => isIn(span, day)),
    ({ indicator }) => indicator,
  );
  const codes = [...areas.map(({ code }) => code), elsewhere];
  const known = new Set(codes);
  const codeOf = ({ commune }: Fact): string => {
    const code = areaCode(kind, commune);
    return code !== null && known.has(code) ? code : elsewhere;
  };
  return {
    quarters,
    first,
    span,
    areas,
    kind,
    figures: indicators
      .filter((indicator) => indicatorSpecs[indicator].outside)
      .map((indicator) => figureFor(indicator, byIndicator.get(indicator) ?? [], { span, codes, codeOf })),
  };
};

type Ground = {
  readonly span: Span;
  readonly codes: readonly string[];
  readonly codeOf: (fact: Fact) => string;
};

const figureFor = (indicator: Indicator, facts: readonly Fact[], { span, codes, codeOf }: Ground): OutsideFigure => {
  const spec = indicatorSpecs[indicator];
  const rows = <Part extends string>(parts: readonly Part[], partOf: (fact: Fact) => Part | null) =>
    partsOf(spec.how, facts, { parts, partOf }).flatMap(({ part, figure }) =>
      figure.kind === "number" ? { part, count: figure.value } : [],
    );
  const months = rows(monthsOf(span), ({ day }) => `${day.slice(0, 7)}-01`);
  return outsideFigure({
    indicator,
    spec,
    total: figureOf(spec.how, facts),
    tables: [
      { by: "months", rows: months },
      ...(spec.byArea ? [{ by: "areas" as const, rows: rows(codes, codeOf) }] : []),
      ...(spec.byAction ? [{ by: "actions" as const, rows: rows(actionFamilies, ({ action }) => action) }] : []),
    ],
  });
};
