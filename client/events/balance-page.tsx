import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import { Figures } from "#client/design/figures.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { plural } from "#client/kernel/say.tsx";
import { followUpResultLabels, statusLabels } from "#client/positionings/positioning-words.ts";
import type { BalanceFigures, BalanceLine } from "#shared/events/balance.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { sayWhen, sayWhere, verdictLabels } from "./dating-words.ts";
import { PrintButton } from "./print-button.tsx";

type Props = { dating: JobDating; lines: readonly BalanceLine[]; figures: BalanceFigures };

/** Who met whom, and what followed. It fills up by itself as the positionings move. */
export const balancePage = ({ dating, lines, figures }: Props): Page => ({
  title: `Bilan, ${dating.title}`,
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="no-print">
        <Breadcrumb
          links={[
            { href: "/bureau/evenements", label: "Événements" },
            { href: `/bureau/evenements/${dating.id}`, label: dating.title },
          ]}
          here="Bilan"
        />
      </div>
      <h1>Bilan</h1>
      <p class="lead">
        {dating.title}, {sayWhen(dating)}, {sayWhere(dating)}
      </p>
      <Summary figures={figures} />
      {lines.length === 0 ? (
        <EmptyState title="Aucune rencontre">
          <p>Les rencontres apparaissent une fois les horaires annoncés.</p>
        </EmptyState>
      ) : (
        <>
          <div class="no-print row">
            <PrintButton />
            <ButtonLink kind="second" href={`/bureau/evenements/${dating.id}/bilan.csv`}>
              Télécharger le tableau
            </ButtonLink>
          </div>
          <div class="balance">
            <Table
              caption="Qui a rencontré qui, et la suite"
              columns={columns}
              rows={lines}
              rowKey={({ registrationId, company, hour }) => `${registrationId} ${company} ${hour}`}
            />
          </div>
        </>
      )}
    </div>
  ),
});

const Summary = ({ figures }: { figures: BalanceFigures }): VNode => (
  <Figures
    figures={[
      { value: `${figures.came} sur ${figures.registered}`, what: "personnes venues" },
      { value: `${figures.held} sur ${figures.planned}`, what: "rencontres tenues" },
      { value: String(figures.goOn), what: plural(figures.goOn, "suite souhaitée", "suites souhaitées") },
      { value: String(figures.positioned), what: plural(figures.positioned, "positionnement", "positionnements") },
      { value: String(figures.hired), what: plural(figures.hired, "embauche", "embauches") },
      { value: String(figures.inPostM1), what: "en poste à 1 mois" },
      { value: String(figures.inPostM3), what: "en poste à 3 mois" },
    ]}
  />
);

const columns: readonly Column<BalanceLine>[] = [
  { title: "Personne", cell: ({ person }) => <b>{person}</b> },
  { title: "Entreprise", cell: ({ company }) => company },
  { title: "Heure", cell: ({ hour }) => hour },
  { title: "Rencontre", cell: (line) => sayHeld(line) },
  { title: "Avis", cell: (line) => sayVerdict(line) },
  { title: "Suite", cell: (line) => sayStatus(line) },
  { title: "À 1 mois", cell: ({ m1 }) => sayResult(m1) },
  { title: "À 3 mois", cell: ({ m3 }) => sayResult(m3) },
];

const sayHeld = ({ held }: BalanceLine): string => (held ? "tenue" : "non tenue");
const sayVerdict = ({ verdict }: BalanceLine): string => (verdict === null ? "aucun" : verdictLabels[verdict]);
const sayStatus = ({ status }: BalanceLine): string => (status === null ? "aucune" : statusLabels[status]);
const sayResult = (result: BalanceLine["m1"]): string => (result === null ? "–" : followUpResultLabels[result]);

/** The same columns, for a spreadsheet. */
export const balanceRows = (lines: readonly BalanceLine[]): string[][] => [
  columns.map(({ title }) => title),
  ...lines.map((line) => [
    line.person,
    line.company,
    line.hour,
    sayHeld(line),
    sayVerdict(line),
    sayStatus(line),
    line.m1 === null ? "" : followUpResultLabels[line.m1],
    line.m3 === null ? "" : followUpResultLabels[line.m3],
  ]),
];
