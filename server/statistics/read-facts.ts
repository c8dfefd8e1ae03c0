import type { Fact } from "#shared/statistics/fact.ts";
import { type Indicator, indicatorSpecs, type Subject, subjects } from "#shared/statistics/indicators.ts";
import { type Period, readSpan } from "#shared/statistics/period.ts";
import { collectiveFacts } from "./action-facts.ts";
import { eventFacts } from "./event-facts.ts";
import { networkFacts } from "./network-facts.ts";
import { offerFacts } from "./offer-facts.ts";
import { placementFacts } from "./placement-facts.ts";
import type { Reader } from "./reading.ts";
import { serviceFacts } from "./service-facts.ts";

const readers: Readonly<Record<Subject, readonly Reader[]>> = {
  placements: [placementFacts],
  actions: [collectiveFacts, eventFacts],
  network: [networkFacts],
  offers: [offerFacts],
  service: [serviceFacts],
};

/** Who signed a contract is told by the positionings and by the results of actions. */
const alsoTold: Readonly<Partial<Record<Indicator, readonly Subject[]>>> = { contractPeople: ["actions"] };

/** The facts of one indicator, or of all, for what the period shows. */
export const readFacts = async (period: Period, indicator: Indicator | "all"): Promise<Fact[]> => {
  const asked: readonly Subject[] =
    indicator === "all" ? subjects : [indicatorSpecs[indicator].subject, ...(alsoTold[indicator] ?? [])];
  const found: Fact[] = [];
  for (const read of asked.flatMap((subject) => readers[subject]))
    for (const one of await read(readSpan(period), period))
      if (indicator === "all" || one.indicator === indicator) found.push(one);
  return found;
};
