import type { VNode } from "preact";
import { Breadcrumb } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import { PrintButton } from "#client/events/print-button.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { bilanAddress } from "#shared/statistics/bilan-query.ts";
import { actionFamilies, indicatorSpecs, subjects } from "#shared/statistics/indicators.ts";
import { areasWithSomething } from "./areas-shown.ts";
import type { Bilan, IndicatorFigures } from "./bilan-facts.ts";
import { sayAsked, sayChange, sayFigure, sayMadeOf, saySpan } from "./bilan-words.ts";
import { familyLabels, indicatorWords, subjectLabels } from "./indicator-words.ts";

/** The figures of a period on paper, each with what it counts. */
export const reportPage = (bilan: Bilan): Page => ({
  title: "Rapport",
  section: "bilans",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack report">
      <div class="no-print">
        <Breadcrumb links={[{ href: bilanAddress("/bureau/bilans", bilan.query), label: "Bilans" }]} here="Rapport" />
      </div>
      <h1>Rapport d’activité</h1>
      <p class="lead">Chiffres {sayAsked(bilan)}.</p>
      <p class="soft">
        Comparés avec la période {saySpan(bilan.period.former)}. Rapport fait le {sayDay(bilan.today, "")}.
      </p>
      <PrintButton />
      <p class="small soft">
        Ce rapport reste au Département : de petits nombres peuvent faire reconnaître une personne.{" "}
        <a href="/bureau/bilans/diffusion">Pour le donner à l’extérieur, prenez les chiffres à diffuser.</a>
      </p>
      {subjects.map((subject) => {
        const those = bilan.figures.filter(({ indicator }) => indicatorSpecs[indicator].subject === subject);
        return (
          those.length > 0 && (
            <section key={subject} class="stack-s">
              <h2 class="h3">{subjectLabels[subject]}</h2>
              <Table
                caption={subjectLabels[subject]}
                columns={columns}
                rows={those}
                rowKey={({ indicator }) => indicator}
              />
            </section>
          )
        );
      })}
      <ByAction bilan={bilan} />
      <ByArea bilan={bilan} />
    </div>
  ),
});

const columns: readonly Column<IndicatorFigures>[] = [
  {
    title: "Chiffre",
    cell: ({ indicator }) => (
      <>
        <b>{indicatorWords[indicator].label}</b>
        <br />
        <span class="small soft">{indicatorWords[indicator].meaning}</span>
      </>
    ),
  },
  {
    title: "Période",
    number: true,
    cell: ({ indicator, now }) => (
      <>
        <b>{sayFigure(indicator, now)}</b>
        {sayMadeOf(now) && <span class="small soft"> ({sayMadeOf(now)})</span>}
      </>
    ),
  },
  { title: "Avant", number: true, cell: ({ indicator, former }) => sayFigure(indicator, former) },
  { title: "Évolution", cell: ({ now, former }) => sayChange(now, former) },
];

/** One column an action that took place. */
const ByAction = ({ bilan }: { bilan: Bilan }): VNode | null => {
  const those = bilan.figures.filter(({ actions }) => actions.length > 0);
  const families = actionFamilies.filter((family) =>
    those.some(({ actions }) => actions.some(({ part }) => part === family)),
  );
  if (families.length === 0) return null;
  return (
    <section class="stack-s">
      <h2 class="h3">Par action</h2>
      <Table
        caption="Par action"
        columns={[
          { title: "Chiffre", cell: ({ indicator }: IndicatorFigures) => indicatorWords[indicator].label },
          ...families.map((family) => ({
            title: familyLabels[family],
            number: true,
            cell: ({ indicator, actions }: IndicatorFigures) => {
              const found = actions.find(({ part }) => part === family);
              return found ? sayFigure(indicator, found.figure) : "–";
            },
          })),
        ]}
        rows={those}
        rowKey={({ indicator }) => indicator}
      />
    </section>
  );
};

const ByArea = ({ bilan }: { bilan: Bilan }): VNode | null => {
  const those = bilan.figures.filter(({ areas }) => areas.length > 0);
  const shown = areasWithSomething(bilan.areas, those);
  if (bilan.area !== null || shown.length === 0) return null;
  return (
    <section class="stack-s">
      <h2 class="h3">Par territoire</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrows */}
      <section class="frame by-area" aria-label="Tableau par territoire" tabIndex={0}>
        <Table
          caption="Par territoire"
          columns={[
            { title: "Chiffre", cell: ({ indicator }: IndicatorFigures) => indicatorWords[indicator].label },
            ...shown.map(({ code, name }) => ({
              title: name,
              number: true,
              cell: ({ indicator, areas }: IndicatorFigures) => {
                const found = areas.find(({ part }) => part === code);
                return found ? sayFigure(indicator, found.figure) : "–";
              },
            })),
          ]}
          rows={those}
          rowKey={({ indicator }) => indicator}
        />
      </section>
    </section>
  );
};
