import { ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState, Tag } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago } from "#client/kernel/say.tsx";
import type { ContactRequest } from "#shared/cvs/contact-request.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { askedStatusLabels } from "./cv-words.ts";

/** Whom a company has asked, and the answers. */
export const libraryAskedPage = ({
  requests,
  today,
}: {
  requests: readonly ContactRequest[];
  today: string;
}): Page => ({
  title: "Demandes de contact",
  section: "library",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <Breadcrumb links={[{ href: "/cvtheque", label: "CVthèque" }]} here="Demandes de contact" />
      <h1>Demandes de contact</h1>
      {requests.length === 0 ? (
        <EmptyState title="Vous n’avez encore écrit à personne">
          <ButtonLink href="/cvtheque">Chercher des CV</ButtonLink>
        </EmptyState>
      ) : (
        <Table
          caption="Demandes de contact de votre entreprise, les plus récentes d’abord"
          columns={columns(today)}
          rows={requests}
          rowKey={({ id }) => id}
        />
      )}
    </div>
  ),
});

const columns = (today: string): readonly Column<ContactRequest>[] => [
  { title: "Message", cell: ({ message }) => <span class="preline">{shortened(message)}</span> },
  { title: "Envoyée", cell: ({ askedAt }) => <Ago day={dayOf(new Date(askedAt))} today={today} /> },
  {
    title: "Réponse",
    cell: ({ status }) => <Tag tone={status === "accepted" ? "pine" : "plain"}>{askedStatusLabels[status]}</Tag>,
  },
  { title: "CV", quiet: true, cell: ({ cvId }) => <a href={`/cvtheque/${cvId}`}>Ouvrir le CV</a> },
];

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
