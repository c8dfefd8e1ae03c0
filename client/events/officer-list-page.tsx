import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState, Tag } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { isForum } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { audienceLabels, sayWhen, sayWhere, statusLabels } from "./dating-words.ts";

type Row = { readonly dating: JobDating; readonly stands: number; readonly placed: number; readonly waiting: number };

export const officerDatingsPage = ({ rows, today }: { rows: readonly Row[]; today: string }): Page => ({
  title: "Événements",
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="row spread">
        <h1>Événements</h1>
        <div class="row">
          <ButtonLink href="/bureau/evenements/nouveau">Créer un job dating</ButtonLink>
          <ButtonLink kind="second" href="/bureau/forums/nouveau">
            Créer un forum
          </ButtonLink>
        </div>
      </div>
      <p>
        <a href="/bureau/actions">Voir les actions collectives</a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Aucun événement">
          <p>
            Un job dating : des offres exclusives, un lieu et une date. Un forum : des stands. Cinq minutes suffisent.
          </p>
        </EmptyState>
      ) : (
        <Table caption="Événements" columns={columnsOn(today)} rows={rows} rowKey={({ dating }) => dating.id} />
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
        <span class="small soft">
          {isForum(dating) ? "Forum" : "Job dating"}, {sayWhere(dating)}
        </span>
      </>
    ),
  },
  { title: "Quand", cell: ({ dating }) => sayWhen(dating, today) },
  {
    title: "État",
    cell: ({ dating }) => (
      <>
        <Status dating={dating} today={today} />{" "}
        <span class="small soft">{audienceLabels[dating.audience].toLowerCase()}</span>
      </>
    ),
  },
  { title: "Tables ou stands", number: true, cell: ({ dating, stands }) => dating.companies.length + stands },
  {
    title: "Inscrits",
    number: true,
    cell: ({ dating, placed, waiting }) =>
      `${placed} sur ${dating.capacity}${waiting > 0 ? `, ${sayCount(waiting, "attend", "attendent")}` : ""}`,
  },
];

const Status = ({ dating: { status, day }, today }: { dating: JobDating; today: string }): VNode =>
  status === "published" && day < today ? <Tag>passé</Tag> : <Tag tone={tones[status]}>{statusLabels[status]}</Tag>;

const tones = { draft: "saffron", published: "pine", cancelled: "clay" } as const satisfies Record<
  JobDating["status"],
  string
>;
