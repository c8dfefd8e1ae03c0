import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState, Tag } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { ActionLine } from "./action-facts.ts";
import { actionKindLabels, sayAction } from "./action-words.ts";

export const actionListPage = ({ rows, today }: { rows: readonly ActionLine[]; today: string }): Page => ({
  title: "Actions collectives",
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="row spread">
        <h1>Actions collectives</h1>
        <ButtonLink href="/bureau/actions/nouvelle">Créer une action</ButtonLink>
      </div>
      <p>
        <a href="/bureau/evenements">Voir les job datings</a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Aucune action collective">
          <p>Clés de l’emploi, Pass pour l’emploi, ateliers : créez la première, puis proposez-la à des personnes.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Actions collectives"
          columns={columnsOn(today)}
          rows={rows}
          rowKey={({ action }) => action.id}
        />
      )}
    </div>
  ),
});

const columnsOn = (today: string): readonly Column<ActionLine>[] => [
  {
    title: "Action",
    cell: ({ action }) => (
      <>
        <a href={`/bureau/actions/${action.id}`}>
          <b>{action.title}</b>
        </a>
        <br />
        <span class="small soft">{actionKindLabels[action.kind]}</span>
      </>
    ),
  },
  { title: "Où et quand", cell: ({ action }) => sayAction(action, today) },
  { title: "Places", number: true, cell: ({ action, placed }) => `${placed} sur ${action.places}` },
  { title: "En attente", number: true, cell: ({ waiting }) => waiting },
  {
    title: "À noter",
    cell: ({ action, toWrite }) =>
      action.cancelledAt !== null ? (
        <Tag tone="clay">annulée</Tag>
      ) : toWrite > 0 ? (
        <Tag tone="saffron">{toWrite === 1 ? "1 résultat" : `${toWrite} résultats`}</Tag>
      ) : (
        "rien"
      ),
  },
];
