import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { bilanAddress } from "#shared/statistics/bilan-query.ts";
import { amountOf } from "#shared/statistics/figure-rules.ts";
import { indicatorSpecs, type Subject, subjects } from "#shared/statistics/indicators.ts";
import { isIn } from "#shared/statistics/period.ts";
import type { Asked, Bilan, IndicatorFigures } from "./bilan-facts.ts";
import { BilanFilters } from "./bilan-filters.tsx";
import { sayAsked, sayChange, sayFigure, sayMadeOf, saySpan } from "./bilan-words.ts";
import { indicatorWords, subjectLabels } from "./indicator-words.ts";
import { type Bar, MonthChart } from "./month-chart.tsx";

/** Every figure of a period; each one opens its table and the list behind it. */
export const bilanPage = (bilan: Bilan): Page => ({
  title: "Bilans",
  section: "bilans",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <h1>Bilans</h1>
      <BilanFilters path="/bureau/bilans" asked={bilan} />
      <p>
        <b>Chiffres {sayAsked(bilan)}.</b>{" "}
        <span class="soft">Comparés avec la période {saySpan(bilan.period.former)}.</span>
      </p>
      <Ways asked={bilan} />
      {bilan.figures.length === 0 ? (
        <EmptyState title="Aucun chiffre pour cette demande">
          <p>
            <a href="/bureau/bilans">Revoir tous les chiffres</a>
          </p>
        </EmptyState>
      ) : (
        subjects.map((subject) => <Section key={subject} subject={subject} bilan={bilan} />)
      )}
    </div>
  ),
});

/** The same figures on paper, in a spreadsheet, and for outside. */
const Ways = ({ asked: { query } }: { asked: Asked }): VNode => (
  <div class="row no-print">
    <ButtonLink kind="second" small href={bilanAddress("/bureau/bilans/rapport", query)}>
      Rapport à imprimer
    </ButtonLink>
    <ButtonLink kind="plain" small href={bilanAddress("/bureau/bilans.xlsx", query)}>
      Télécharger (Excel)
    </ButtonLink>
    <ButtonLink kind="plain" small href={bilanAddress("/bureau/bilans.csv", query)}>
      Télécharger (CSV)
    </ButtonLink>
    <a href="/bureau/bilans/diffusion">Chiffres à diffuser</a>
  </div>
);

const Section = ({ subject, bilan }: { subject: Subject; bilan: Bilan }): VNode | null => {
  const those = bilan.figures.filter(({ indicator }) => indicatorSpecs[indicator].subject === subject);
  if (those.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby={`sujet-${subject}`}>
      <h2 id={`sujet-${subject}`}>{subjectLabels[subject]}</h2>
      <ul class="bilan">
        {those.map((figures) => (
          <FigureCard key={figures.indicator} figures={figures} asked={bilan} />
        ))}
      </ul>
    </section>
  );
};

const FigureCard = ({ figures, asked }: { figures: IndicatorFigures; asked: Asked }): VNode => {
  const { indicator, now, former } = figures;
  const { label, meaning } = indicatorWords[indicator];
  const madeOf = sayMadeOf(now);
  return (
    <li class="card">
      <h3 class="h4">
        <a href={bilanAddress(`/bureau/bilans/${indicator}`, { ...asked.query, page: 1 })}>{label}</a>
      </h3>
      <p>
        <b class="figure num">{sayFigure(indicator, now)}</b> {madeOf && <span class="soft num">{madeOf}</span>}
      </p>
      <p class="small soft">{sayChange(now, former)}</p>
      <MonthChart title={label} bars={barsOf(figures, asked)} small />
      <p class="small soft">{meaning}</p>
    </li>
  );
};

export const barsOf = ({ indicator, months }: IndicatorFigures, { period }: Asked): Bar[] =>
  months.map(({ month, total }) => ({
    month,
    value: amountOf(total),
    said: sayFigure(indicator, total),
    inside: isIn({ from: `${period.from.slice(0, 7)}-01`, to: period.to }, month),
  }));
