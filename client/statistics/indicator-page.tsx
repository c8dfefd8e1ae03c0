import type { VNode } from "preact";
import { Breadcrumb, EmptyState, Facts } from "#client/design/card.tsx";
import { type Column, Pagination, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { bilanAddress } from "#shared/statistics/bilan-query.ts";
import type { MonthRow } from "#shared/statistics/figure-rules.ts";
import { areasWithSomething } from "./areas-shown.ts";
import type { Asked, Behind, IndicatorFigures } from "./bilan-facts.ts";
import { BilanFilters } from "./bilan-filters.tsx";
import { barsOf } from "./bilan-page.tsx";
import { sayAsked, sayChange, sayFigure, sayMadeOf, sayMonth, saySpan } from "./bilan-words.ts";
import { familyLabels, indicatorWords } from "./indicator-words.ts";
import { MonthChart } from "./month-chart.tsx";

type Props = { asked: Asked; figures: IndicatorFigures; behind: ListPage<Behind> | null };

/** One figure with its chart, its tables and the list behind it. */
export const indicatorPage = ({ asked, figures, behind }: Props): Page => {
  const { indicator, now, former } = figures;
  const { label, meaning } = indicatorWords[indicator];
  const madeOf = sayMadeOf(now);
  return {
    title: `${label}, bilans`,
    section: "bilans",
    wide: true,
    robots: "noindex",
    body: (
      <div class="wrap wide body stack">
        <Breadcrumb
          links={[{ href: bilanAddress("/bureau/bilans", { ...asked.query, page: 1 }), label: "Bilans" }]}
          here={label}
        />
        <h1>{label}</h1>
        <p class="soft">{meaning}</p>
        <BilanFilters path={`/bureau/bilans/${indicator}`} asked={asked} />
        <p>
          <b class="figure num">{sayFigure(indicator, now)}</b> {madeOf && <span class="num">{madeOf}, </span>}
          {sayAsked(asked)}.
        </p>
        <p class="soft">
          {sayChange(now, former)} ({saySpan(asked.period.former)}).
        </p>
        <section class="stack-s">
          <h2>Mois par mois</h2>
          <MonthChart title={label} bars={barsOf(figures, asked)} />
          <Months figures={figures} asked={asked} />
        </section>
        <Actions figures={figures} />
        <List behind={behind} asked={asked} indicator={indicator} />
      </div>
    ),
  };
};

/** Months down, areas across: as long as the chart above. */
const Months = ({ figures, asked }: { figures: IndicatorFigures; asked: Asked }): VNode => {
  const shown = asked.area === null ? areasWithSomething(asked.areas, [figures]) : [];
  const { indicator, months } = figures;
  const columns: readonly Column<MonthRow>[] = [
    { title: "Mois", cell: ({ month }) => sayMonth(month) },
    { title: "Total", number: true, cell: ({ total }) => <b>{sayFigure(indicator, total)}</b> },
    ...shown.map(({ code, name }) => ({
      title: name,
      number: true,
      cell: ({ areas: of }: MonthRow) => {
        const figure = of.get(code);
        return figure ? sayFigure(indicator, figure) : "–";
      },
    })),
  ];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrows */}
      <section class="frame by-area" aria-label="Tableau mois par mois" tabIndex={0}>
        <Table caption="Mois par mois" columns={columns} rows={months} rowKey={({ month }) => month} />
      </section>
      {shown.length > 0 && (
        <p class="small soft">
          Un territoire sans rien n’a pas de colonne. Le total compte aussi ce qui s’est passé ailleurs, ou sans lieu
          connu.
        </p>
      )}
    </>
  );
};

const Actions = ({ figures: { indicator, actions } }: { figures: IndicatorFigures }): VNode | null =>
  actions.length === 0 ? null : (
    <section class="stack-s">
      <h2>Par action</h2>
      <Facts facts={actions.map(({ part, figure }) => [familyLabels[part], sayFigure(indicator, figure)] as const)} />
    </section>
  );

type ListProps = { behind: ListPage<Behind> | null; asked: Asked; indicator: IndicatorFigures["indicator"] };

const List = ({ behind, asked, indicator }: ListProps): VNode => (
  <section class="stack-s">
    <h2 id="liste">La liste</h2>
    {behind === null ? (
      <p class="soft">{noList[indicator === "beneficiaries" ? "group" : "site"]}</p>
    ) : behind.total === 0 ? (
      <EmptyState title="Rien sur cette période">
        <p>Choisissez une période plus longue, ou tout le territoire.</p>
      </EmptyState>
    ) : (
      <>
        <Table
          caption="Ce qui est compté"
          columns={columnsOn(asked.today)}
          rows={behind.items.map((item, at) => ({ ...item, at }))}
          rowKey={({ at }) => String(at)}
        />
        <Pagination
          page={behind.page}
          pages={pageCount(behind)}
          href={(page) => `${bilanAddress(`/bureau/bilans/${indicator}`, { ...asked.query, page })}#liste`}
        />
      </>
    )}
  </section>
);

const noList = {
  group: "Il n’y a pas de liste : ce nombre est noté pour un groupe, et personne n’est marqué.",
  site: "Il n’y a pas de liste : ce chiffre compte l’usage du site, sans regarder qui.",
} as const;

const columnsOn = (today: string): readonly Column<Behind & { at: number }>[] => [
  {
    title: "Quoi",
    cell: ({ what, href }) => (href === null ? what : <a href={href}>{what}</a>),
  },
  { title: "À propos", cell: ({ about }) => about },
  { title: "Jour", cell: ({ day }) => sayDay(day, today) },
];
