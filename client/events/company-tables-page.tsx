import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { DatingMeeting, JobDating } from "#shared/events/job-dating.ts";
import { comingFirst } from "#shared/events/job-dating-rules.ts";
import { sayWhen, sayWhere, slotLabel, tableNumber } from "./dating-words.ts";
import { OneForum, type OwnForum } from "./forums/own-forum.tsx";

export type CompanyTable = {
  readonly dating: JobDating;
  readonly companyId: string;
  readonly meetings: readonly (DatingMeeting & { readonly who: string })[];
};

type Props = {
  readonly tables: readonly CompanyTable[];
  readonly forums: readonly OwnForum[];
  readonly today: string;
};

/** A company's own tables and stands, and nothing of the others: what comes, then what is over. */
export const companyTablesPage = (props: Props): Page => {
  const events = ownEvents(props).sort(comingFirst(props.today));
  const past = events.filter(({ day }) => day < props.today);
  const coming = events.slice(0, events.length - past.length);
  return {
    title: "Événements",
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap body stack">
        <h1>Vos événements</h1>
        {coming.length === 0 ? <NothingComes /> : <ul class="stack">{coming.map(({ card }) => card)}</ul>}
        {past.length > 0 && (
          <Details summary={sayCount(past.length, "événement passé", "événements passés")}>
            <ul class="stack">{past.map(({ card }) => card)}</ul>
          </Details>
        )}
      </div>
    ),
  };
};

const ownEvents = ({ tables, forums, today }: Props): { day: string; card: VNode }[] => [
  ...forums.map((own) => ({ day: own.forum.day, card: <OneForum key={own.forum.id} own={own} today={today} /> })),
  ...tables.map((one) => ({ day: one.dating.day, card: <OneDating key={one.dating.id} one={one} today={today} /> })),
];

const NothingComes = (): VNode => (
  <EmptyState title="Aucun événement prévu">
    <p>Le chargé de mission de votre secteur vous y invite. Appelez-nous si vous recrutez.</p>
    <p>
      <a href="/evenements">Voir les événements à venir</a>
    </p>
  </EmptyState>
);

const OneDating = ({ one, today }: { one: CompanyTable; today: string }): VNode => {
  const { dating, companyId, meetings } = one;
  const over = dating.day < today;
  const own = dating.companies.find((company) => company.companyId === companyId)?.tables ?? [];
  const numbers = own.map(({ number }) => tableNumber(dating, companyId, number));
  return (
    <Card as="li">
      <h2 class="h3">{dating.title}</h2>
      <p>
        <b>{sayWhen(dating, today)}</b>, {sayWhere(dating)}
      </p>
      <p class="soft">
        {numbers.length > 1 ? `Vos tables : ${numbers.join(", ")}` : `Votre table : ${numbers.join("")}`}
        {dating.announced && `, ${sayCount(meetings.length, "rencontre", "rencontres")}`}
      </p>
      {dating.announced && (
        <p>
          <ButtonLink
            kind={over ? "plain" : "second"}
            href={`/employeur/evenements/${dating.id}`}
            label={`Ouvrir ma table : ${dating.title}`}
          >
            Ouvrir ma table
          </ButtonLink>
        </p>
      )}
      {dating.announced && !over && <Meetings one={one} severalTables={own.length > 1} />}
      {!dating.announced && !over && <p>Les horaires ne sont pas encore annoncés.</p>}
    </Card>
  );
};

const Meetings = ({ one, severalTables }: { one: CompanyTable; severalTables: boolean }): VNode => (
  <Table
    caption={`Vos rencontres, ${one.dating.title}`}
    columns={[
      { title: "Heure", cell: ({ slot }) => <b>{slotLabel(one.dating, slot)}</b> },
      ...(severalTables ? [tableColumn(one)] : []),
      { title: "Personne", cell: ({ who }) => who },
    ]}
    rows={one.meetings}
    rowKey={({ table, slot }) => `${table} ${slot}`}
  />
);

const tableColumn = ({ dating, companyId }: CompanyTable): Column<CompanyTable["meetings"][number]> => ({
  title: "Table",
  cell: ({ table }) => tableNumber(dating, companyId, table),
});
