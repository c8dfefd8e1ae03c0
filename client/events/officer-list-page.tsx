import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState, Tag } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import { audienceLabels, sayWhen, sayWhere, statusLabels } from "./dating-words.ts";

type Row = { readonly dating: JobDating; readonly placed: number; readonly waiting: number };

export const officerDatingsPage = ({ rows, today }: { rows: readonly Row[]; today: string }): Page => ({
  title: "Événements",
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="row spread">
        <h1>Job datings</h1>
        <ButtonLink href="/bureau/evenements/nouveau">Créer un job dating</ButtonLink>
      </div>
      <p>
        <a href="/bureau/actions">Voir les actions collectives</a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Aucun job dating">
          <p>Choisissez des offres exclusives, un lieu et une date : cinq minutes suffisent.</p>
        </EmptyState>
      ) : (
        <Table caption="Job datings" columns={columnsOn(today)} rows={rows} rowKey={({ dating }) => dating.id} />
      )}
    </div>
  ),
});

const columnsOn = (today: string): readonly Column<Row>[] => [
  {
    title: "Événement",
    cell: ({ dating }) => (
      <>
        <a href={`/bureau/evenements/${dating.id}`}>
          <b>{dating.title}</b>
        </a>
        <br />
        <span class="small soft">{sayWhere(dating)}</span>
      </>
    ),
  },
  { title: "Quand", cell: ({ dating }) => sayWhen(dating, today) },
  {
    title: "État",
    cell: ({ dating }) => (
      <>
        <Tag tone={dating.status === "published" ? "pine" : dating.status === "cancelled" ? "clay" : "saffron"}>
          {dating.day < today && dating.status === "published" ? "passé" : statusLabels[dating.status]}
        </Tag>{" "}
        <span class="small soft">{audienceLabels[dating.audience].toLowerCase()}</span>
      </>
    ),
  },
  { title: "Entreprises", number: true, cell: ({ dating }) => dating.companies.length },
  {
    title: "Inscrits",
    number: true,
    cell: ({ dating, placed, waiting }) =>
      `${placed} sur ${dating.capacity}${waiting > 0 ? `, ${sayCount(waiting, "attend", "attendent")}` : ""}`,
  },
];
