import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { PrintButton } from "#client/events/print-button.tsx";
import { Select } from "#client/kernel/choice-fields.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayNumber } from "#client/kernel/say.tsx";
import type { AreaKind } from "#shared/statistics/bilan-query.ts";
import { actionFamilies, indicatorSpecs, type Subject, subjects } from "#shared/statistics/indicators.ts";
import type { OutsideFigure, OutsideTable, Shown } from "#shared/statistics/outside.ts";
import type { Span } from "#shared/statistics/period.ts";
import type { Area } from "./bilan-facts.ts";
import { sayMonth, sayPercent, saySpan, tooFew } from "./bilan-words.ts";
import { familyLabels, indicatorWords, subjectLabels } from "./indicator-words.ts";

export type OutsideBilan = {
  readonly quarters: readonly string[];
  /** The first day of the quarter shown. */
  readonly first: string;
  readonly span: Span;
  readonly areas: readonly Area[];
  readonly kind: AreaKind;
  readonly figures: readonly OutsideFigure[];
};

/** What may be given to partners and to the press: small groups are not in it. */
export const outsidePage = (bilan: OutsideBilan): Page => ({
  title: "Chiffres à diffuser",
  section: "bilans",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <div class="no-print">
        <Breadcrumb links={[{ href: "/bureau/bilans", label: "Bilans" }]} here="Chiffres à diffuser" />
      </div>
      <h1>Élan Emploi en chiffres</h1>
      <p class="lead">
        {sayQuarter(bilan.first)}, {saySpan(bilan.span)}.
      </p>
      <Form action="/bureau/bilans/diffusion" method="get" class="filters no-print">
        <Select
          name="trimestre"
          label="Trimestre terminé"
          choices={bilan.quarters.map((first) => ({ value: first, label: sayQuarter(first) }))}
          typed={{ trimestre: bilan.first }}
          errors={{}}
        />
        <Button kind="plain">Montrer ce trimestre</Button>
      </Form>
      <div class="row no-print">
        <PrintButton />
        <ButtonLink kind="plain" small href={`/bureau/bilans/diffusion.xlsx?trimestre=${bilan.first}`}>
          Télécharger (Excel)
        </ButtonLink>
        <ButtonLink kind="plain" small href={`/bureau/bilans/diffusion.csv?trimestre=${bilan.first}`}>
          Télécharger (CSV)
        </ButtonLink>
      </div>
      {subjects.map((subject) => (
        <Section key={subject} subject={subject} bilan={bilan} />
      ))}
      <p class="small soft">
        « {hidden} » : le nombre est plus petit que 5, ou il permettrait d’en retrouver un plus petit que 5. Seuls les
        trimestres terminés sortent, pour que deux feuilles ne se soustraient pas.
      </p>
    </div>
  ),
});

const Section = ({ subject, bilan }: { subject: Subject; bilan: OutsideBilan }): VNode => (
  <section class="stack-s">
    <h2 class="h3">{subjectLabels[subject]}</h2>
    {bilan.figures
      .filter(({ indicator }) => indicatorSpecs[indicator].subject === subject)
      .map((figure) => (
        <div key={figure.indicator} class="stack-s keep-together">
          <p>
            <b>{indicatorWords[figure.indicator].label} : </b>
            <b class="num">{sayTotal(figure)}</b>
            <br />
            <span class="small soft">{indicatorWords[figure.indicator].meaning}</span>
          </p>
          {figure.total !== 0 && figure.tables.length > 0 && (
            <ul class="small">
              {figure.tables.map(({ by, rows }) => (
                <li key={by}>
                  {tableLabels[by]} : {sayRows(rows, by, bilan)}.
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
  </section>
);

export const tableLabels = { months: "Par mois", areas: "Par territoire", actions: "Par action" } as const;

type By = keyof typeof tableLabels;

/** Parts in which nothing happened are left out of the sentence: they are in the files. */
const sayRows = (rows: OutsideTable, by: By, bilan: OutsideBilan): string =>
  rows
    .filter(({ shown }) => shown !== 0)
    .map(({ part, shown }) => `${namePart(part, by, bilan)} ${sayPart(shown)}`)
    .join(", ");

/** The name of a part of a table, in French. */
export const namePart = (part: string, by: By, { areas }: Pick<OutsideBilan, "areas">): string => {
  if (by === "months") return sayMonth(part);
  if (by === "actions") return familyLabels[actionFamilies.find((family) => family === part) ?? "positionings"];
  return areas.find(({ code }) => code === part)?.name ?? "ailleurs ou sans lieu connu";
};

/** All that is hidden in a table looks the same, or the words would tell which number is the small one. */
export const hidden = "non montré";
const sayPart = (shown: Shown): string => (shown === null ? hidden : sayNumber(shown));

export const sayTotal = ({ indicator, total }: OutsideFigure): string => {
  const isShare = indicatorSpecs[indicator].how === "share";
  if (total === null) return hidden;
  if (total === "few") return tooFew;
  return isShare ? sayPercent(total) : sayNumber(total);
};

/** "3e trimestre 2026". */
export const sayQuarter = (first: string): string => {
  const number = Math.ceil(Number(first.slice(5, 7)) / 3);
  return `${number === 1 ? "1er" : `${number}e`} trimestre ${first.slice(0, 4)}`;
};
