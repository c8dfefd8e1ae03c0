import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { type Column, Pagination, Table } from "#client/design/table.tsx";
import { Tabs } from "#client/design/tabs.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayShortDay } from "#client/kernel/say.tsx";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { StatusTag } from "./offer-status.tsx";
import { contractLabels, sayPay } from "./offer-words.ts";

/** An offer of the list. */
export type ListedExclusive = Pick<
  Offer,
  | "id"
  | "title"
  | "companyName"
  | "commune"
  | "contract"
  | "pay"
  | "posts"
  | "positionedAccountIds"
  | "expiresOn"
  | "status"
>;

type Props = { offers: ListPage<ListedExclusive>; state: "open" | "closed"; today: string };

/** The offers companies gave to officers alone. */
export const exclusiveListPage = ({ offers, state, today }: Props): Page => ({
  title: "Offres exclusives",
  section: "exclusive",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="row spread">
        <div>
          <h1>Offres exclusives</h1>
          <p class="soft">{sayCount(offers.total, "offre", "offres")}, vues par le bureau et les personnes proposées</p>
        </div>
        <ButtonLink href="/bureau/offres-exclusives/nouvelle">Enregistrer une offre exclusive</ButtonLink>
      </div>
      <Tabs
        label="État"
        tabs={[
          { href: "/bureau/offres-exclusives", label: "Ouvertes", current: state === "open" },
          { href: "/bureau/offres-exclusives?etat=closed", label: "Closes ou terminées", current: state === "closed" },
        ]}
      />
      {offers.total === 0 ? (
        <EmptyState title={state === "open" ? "Aucune offre exclusive ouverte" : "Aucune offre close"}>
          <p>Après une visite, notez l’offre ici : les personnes qui conviennent s’affichent aussitôt.</p>
        </EmptyState>
      ) : (
        <Table caption="Offres exclusives" columns={columnsOn(today)} rows={offers.items} rowKey={({ id }) => id} />
      )}
      <Pagination
        page={offers.page}
        pages={pageCount(offers)}
        href={(page) => `/bureau/offres-exclusives?etat=${state}&page=${page}`}
      />
    </div>
  ),
});

const columnsOn = (today: string): readonly Column<ListedExclusive>[] => [
  {
    title: "Offre",
    cell: ({ id, title, companyName }) => (
      <>
        <a href={`/bureau/offres-exclusives/${id}`}>
          <b>{title}</b>
        </a>
        <br />
        <span class="small soft">{companyName}</span>
      </>
    ),
  },
  { title: "Lieu", cell: ({ commune }) => commune.name },
  { title: "Contrat", cell: ({ contract, pay }) => `${contractLabels[contract]}, ${sayPay(pay)}` },
  { title: "Postes", cell: ({ posts }) => posts, number: true },
  {
    title: "Proposée à",
    cell: ({ positionedAccountIds }) =>
      positionedAccountIds.length === 0 ? (
        <span class="soft">personne</span>
      ) : (
        sayCount(positionedAccountIds.length, "personne", "personnes")
      ),
  },
  {
    title: "Jusqu’au",
    cell: ({ expiresOn, status }) =>
      status === "published" && expiresOn >= today ? sayShortDay(expiresOn) : <StatusTag status={status} />,
  },
];
