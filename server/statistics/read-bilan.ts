import type { Asked, Bilan, IndicatorFigures } from "#client/statistics/bilan-facts.ts";
import { today } from "#server/platform/clock.ts";
import { areaAsked, type BilanQuery } from "#shared/statistics/bilan-query.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import { byFamily, figureOf, groupBy, monthRows, partsOf } from "#shared/statistics/figure-rules.ts";
import { type Indicator, indicatorSpecs, indicators } from "#shared/statistics/indicators.ts";
import { isIn, periodOf } from "#shared/statistics/period.ts";
import { readFacts } from "./read-facts.ts";
import { areaCode, areasOf } from "./territories.ts";

/** What a query asks for, in full. An area nobody knows is the whole territory. */
export const askedBy = (query: BilanQuery): Asked => {
  const [zones, epcis] = [areasOf("zones"), areasOf("epci")];
  const typed = areaAsked(query);
  const area = typed && areasOf(typed.kind).find(({ code }) => code === typed.code);
  const wanted = area ? typed.kind : (query.decoupage ?? "zones");
  const kind = wanted === "zones" && zones.length === 0 ? "epci" : wanted;
  return {
    query: { ...query, territoire: area ? query.territoire : null },
    period: periodOf({ kind: query.periode, from: query.du, to: query.au }, today()),
    today: today(),
    area: area ?? null,
    kind,
    areas: kind === "zones" ? zones : epcis,
    zones,
    epcis,
  };
};

/** Every indicator that can answer: one that says no place is left out of the figures of an area. */
export const readBilan = async (query: BilanQuery): Promise<Bilan> => {
  const asked = askedBy(query);
  const byIndicator = groupBy(narrowed(await readFacts(asked.period, "all"), asked), ({ indicator }) => indicator);
  return {
    ...asked,
    figures: indicators
      .filter((indicator) => answers(indicator, asked))
      .map((indicator) => figuresOf(indicator, byIndicator.get(indicator) ?? [], asked)),
  };
};

export const readIndicator = async (
  query: BilanQuery,
  indicator: Indicator,
): Promise<Asked & { figures: IndicatorFigures; facts: readonly Fact[] }> => {
  const asked = askedBy(query);
  const facts = narrowed(await readFacts(asked.period, indicator), asked);
  return {
    ...asked,
    figures: figuresOf(indicator, facts, asked),
    facts: facts.filter(({ day }) => isIn(asked.period, day)),
  };
};

const answers = (indicator: Indicator, { area, query }: Asked): boolean => {
  const { byArea, byAction } = indicatorSpecs[indicator];
  return (area === null || byArea) && (query.action === null || byAction);
};

/** Only the facts of the area and of the action asked for. */
const narrowed = (facts: Fact[], { area, kind, query }: Asked): Fact[] => {
  if (area === null && query.action === null) return facts;
  return facts.filter(
    ({ commune, action }) =>
      (area === null || areaCode(kind, commune) === area.code) && (query.action === null || action === query.action),
  );
};

const figuresOf = (indicator: Indicator, facts: readonly Fact[], asked: Asked): IndicatorFigures => {
  const { how, byArea, byAction } = indicatorSpecs[indicator];
  const { period, kind } = asked;
  const now = facts.filter(({ day }) => isIn(period, day));
  const codes = byArea ? asked.areas.map(({ code }) => code) : [];
  const codeOf = (commune: string | null) => areaCode(kind, commune);
  return {
    indicator,
    now: figureOf(how, now),
    former: figureOf(
      how,
      facts.filter(({ day }) => isIn(period.former, day)),
    ),
    months: monthRows(how, facts, { months: period.months, areas: codes, areaOf: codeOf }),
    areas: partsOf(how, now, { parts: codes, partOf: ({ commune }) => codeOf(commune) }),
    actions: byAction ? byFamily(how, now).filter(({ figure }) => !isEmpty(figure)) : [],
  };
};

const isEmpty = (figure: IndicatorFigures["now"]): boolean =>
  figure.kind === "number" ? figure.value === 0 : figure.all === 0;
