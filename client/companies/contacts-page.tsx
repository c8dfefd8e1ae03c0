import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";

export type ContactMonth = {
  /** Its first day. */
  readonly day: string;
  readonly total: number;
  readonly visits: number;
  readonly calls: number;
  readonly mails: number;
  readonly byOfficer: ReadonlyMap<string, number>;
};

type ContactsProps = {
  months: readonly ContactMonth[];
  officers: readonly { id: string; name: string }[];
};

/** How often the network heard from us, month by month. */
export const contactsPage = ({ months, officers }: ContactsProps): Page => ({
  title: "Contacts par mois",
  section: "companies",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb links={[{ href: "/bureau/entreprises", label: "Entreprises" }]} here="Contacts par mois" />
      <h1>Contacts par mois</h1>
      <p class="soft">Les visites, les appels et les mails notés sur le fil des entreprises.</p>
      {officers.length === 0 ? (
        <EmptyState title="Aucun contact noté depuis un an">
          <p>
            Notez chaque visite et chaque appel sur la fiche. <a href="/bureau/entreprises">Voir les entreprises</a>
          </p>
        </EmptyState>
      ) : (
        <Table caption="Contacts par mois" columns={columnsFor(officers)} rows={months} rowKey={({ day }) => day} />
      )}
    </div>
  ),
});

const monthFormat = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long", year: "numeric" });

const columnsFor = (officers: ContactsProps["officers"]): readonly Column<ContactMonth>[] => [
  { title: "Mois", cell: ({ day }) => monthFormat.format(new Date(day)) },
  { title: "Contacts", number: true, cell: ({ total }) => <b>{total}</b> },
  { title: "Visites", number: true, cell: ({ visits }) => visits },
  { title: "Appels", number: true, cell: ({ calls }) => calls },
  { title: "Mails", number: true, cell: ({ mails }) => mails },
  ...officers.map(({ id, name }) => ({
    title: name,
    number: true,
    cell: ({ byOfficer }: ContactMonth) => byOfficer.get(id) ?? 0,
  })),
];
