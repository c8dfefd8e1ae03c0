import type { VNode } from "preact";
import { EmptyState } from "#client/design/card.tsx";
import { Figures } from "#client/design/figures.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { plural } from "#client/kernel/say.tsx";
import { followUpResultLabels, statusLabels } from "#client/positionings/positioning-words.ts";
import type { BalanceFigures, BalanceLine } from "#shared/events/balance.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { verdictLabels } from "./dating-words.ts";
import { eventBalancePage, TakeAway } from "./event-balance-page.tsx";

type Props = { dating: JobDating; lines: readonly BalanceLine[]; figures: BalanceFigures };

/** Who met whom, and what followed. It fills up by itself as the positionings move. */
export const balancePage = ({ dating, lines, figures }: Props): Page =>
  eventBalancePage({
    event: dating,
    children: (
      <>
        <Summary figures={figures} />
        {lines.length === 0 ? (
          <EmptyState title="Aucune rencontre">
            <p>Les rencontres apparaissent une fois les horaires annoncés.</p>
          </EmptyState>
        ) : (
          <>
            <TakeAway event={dating} />
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
      </>
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
