import { sayDay, sayNumber } from "#client/kernel/say.tsx";
import type { Figure } from "#shared/statistics/figure-rules.ts";
import { changeOf } from "#shared/statistics/figure-rules.ts";
import { isSmall, smallestShown } from "#shared/statistics/hide-small.ts";
import { type Indicator, indicatorSpecs } from "#shared/statistics/indicators.ts";
import type { PeriodKind, Span } from "#shared/statistics/period.ts";
import type { Asked } from "./bilan-facts.ts";
import { familyLabels } from "./indicator-words.ts";

export const periodLabels: Readonly<Record<PeriodKind, string>> = {
  mois: "Ce mois",
  "mois-dernier": "Le mois dernier",
  trimestre: "Ce trimestre",
  annee: "Cette année",
  dates: "Entre deux dates",
};

const longMonth = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long", year: "numeric" });
const shortMonth = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "short" });

/** "novembre 2026". */
export const sayMonth = (month: string): string => longMonth.format(new Date(month));

/** "nov." */
export const sayShortMonth = (month: string): string => shortMonth.format(new Date(month));

const withYear = (day: string): string => `${sayDay(day).replace(/^\S+ /, "")} ${day.slice(0, 4)}`;

/** "du 1er janvier 2026 au 22 novembre 2026". */
export const saySpan = ({ from, to }: Span): string =>
  from === to ? `le ${withYear(from)}` : `du ${withYear(from)} au ${withYear(to)}`;

/** What the page shows, in one line: the days, the place, the action. */
export const sayAsked = ({ period, area, query }: Asked): string =>
  [
    saySpan(period),
    area?.name ?? "tout le territoire",
    query.action === null ? "toutes les actions" : familyLabels[query.action].toLowerCase(),
  ].join(", ");

/** "moins de 5": a group whose people could be recognised. */
export const tooFew = `moins de ${smallestShown}`;

/** A figure as people read it; the desk too never reads a small number of people who receive the RSA. */
export const sayFigure = (indicator: Indicator, figure: Figure): string => {
  if (figure.kind === "share") return figure.all === 0 ? "–" : `${sayPercent(figure.good / figure.all)}`;
  if (indicator === "beneficiaries" && isSmall(figure.value)) return tooFew;
  return sayNumber(figure.value);
};

/** "12 sur 20": what a share is made of. */
export const sayMadeOf = (figure: Figure): string | null =>
  figure.kind === "share" && figure.all > 0 ? `${sayNumber(figure.good)} sur ${sayNumber(figure.all)}` : null;

export const sayPercent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** "12 de plus qu’avant", "3 points de moins qu’avant". */
export const sayChange = (now: Figure, former: Figure): string => {
  const change = changeOf(now, former);
  if (change === null) return "pas de comparaison possible";
  const size = Math.abs(now.kind === "share" ? Math.round(change * 100) : change);
  if (size === 0) return "comme la période d’avant";
  const unit = now.kind === "share" ? (size === 1 ? " point" : " points") : "";
  return `${sayNumber(size)}${unit} de ${change > 0 ? "plus" : "moins"} que la période d’avant`;
};

/** For a spreadsheet: a number, or a whole percentage; empty when unknown. */
export const cellOf = (indicator: Indicator, figure: Figure): string | number => {
  if (figure.kind === "share") return figure.all === 0 ? "" : Math.round((figure.good / figure.all) * 100);
  return indicator === "beneficiaries" && isSmall(figure.value) ? tooFew : figure.value;
};

export const unitOf = (indicator: Indicator): string => (indicatorSpecs[indicator].how === "share" ? "%" : "nombre");
