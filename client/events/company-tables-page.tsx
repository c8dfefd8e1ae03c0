import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState } from "#client/design/card.tsx";
import { Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { DatingMeeting, JobDating } from "#shared/events/job-dating.ts";
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

/** A company's own tables and stands, and nothing of the others. */
export const companyTablesPage = ({ tables, forums, today }: Props): Page => ({
  title: "Événements",
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <h1>Vos événements</h1>
      {tables.length + forums.length === 0 ? (
        <EmptyState title="Aucun événement prévu">
          <p>Le chargé de mission de votre secteur vous y invite. Appelez-nous si vous recrutez.</p>
          <p>
            <a href="/evenements">Voir les événements à venir</a>
          </p>
        </EmptyState>
      ) : (
        <ul class="stack">
          {forums.map((own) => (
            <OneForum key={own.forum.id} own={own} today={today} />
          ))}
          {tables.map((one) => (
            <OneDating key={one.dating.id} one={one} today={today} />
          ))}
        </ul>
      )}
    </div>
  ),
});

const OneDating = ({ one: { dating, companyId, meetings }, today }: { one: CompanyTable; today: string }): VNode => {
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
          <ButtonLink href={`/employeur/evenements/${dating.id}`} label={`Ouvrir ma table : ${dating.title}`}>
            Ouvrir ma table
          </ButtonLink>
        </p>
      )}
      {dating.announced ? (
        <Table
          caption={`Vos rencontres, ${dating.title}`}
          columns={[
            { title: "Heure", cell: ({ slot }) => <b>{slotLabel(dating, slot)}</b> },
            { title: "Table", cell: ({ table }) => tableNumber(dating, companyId, table) },
            { title: "Personne", cell: ({ who }) => who },
          ]}
          rows={meetings}
          rowKey={({ table, slot }) => `${table} ${slot}`}
        />
      ) : (
        <p>Les horaires ne sont pas encore annoncés.</p>
      )}
    </Card>
  );
};
