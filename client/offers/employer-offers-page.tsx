import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState, Notice } from "#client/design/card.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayDay, sayShortDay } from "#client/kernel/say.tsx";
import type { Company } from "#shared/companies/company.ts";
import { type Day, dayOf, daysBetween } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { OfferStatus } from "#shared/offers/offer-words.ts";
import { StatusTag } from "./offer-status.tsx";

type OwnOffers = { company: Company; offers: readonly Offer[]; received: ReceivedByOffer; today: Day };

/** The applications each offer received, and those nobody has read; an offer without any is absent. */
export type ReceivedByOffer = ReadonlyMap<string, { readonly total: number; readonly fresh: number }>;

/** What asks for something comes first, what is over last. */
export const employerOffersPage = ({ company, offers, received, today }: OwnOffers): Page => ({
  title: "Mes offres",
  section: "my-offers",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <div class="row spread">
        <h1>Mes offres</h1>
        {offers.length > 0 && <ButtonLink href="/employeur/offres/nouvelle">Écrire une offre</ButtonLink>}
      </div>
      <Standing company={company} />
      {offers.length === 0 ? (
        <EmptyState title="Vous n’avez pas encore d’offre">
          <p>Dix minutes suffisent. Vous la relisez avant de la publier.</p>
          <ButtonLink href="/employeur/offres/nouvelle">Écrire ma première offre</ButtonLink>
        </EmptyState>
      ) : (
        groups.map((group) => <Group key={group.title} {...group} offers={offers} received={received} today={today} />)
      )}
    </div>
  ),
});

const Standing = ({ company }: { company: Company }): VNode | null =>
  company.status === "verified" ? null : (
    <Notice kind={company.status === "refused" ? "wrong" : "act"}>
      {company.status === "refused" ? (
        <p>
          Votre entreprise n’a pas pu être vérifiée. <a href="/employeur/entreprise">Lire pourquoi</a>
        </p>
      ) : (
        <p>
          Votre entreprise attend sa vérification. Écrivez vos offres : elles paraîtront ensuite toutes seules.{" "}
          <a href="/employeur/entreprise">Voir ma fiche</a>
        </p>
      )}
    </Notice>
  );

const groups: readonly { title: string; statuses: readonly OfferStatus[] }[] = [
  { title: "À finir", statuses: ["draft", "expired"] },
  { title: "En attente", statuses: ["pending"] },
  { title: "En ligne", statuses: ["published"] },
  { title: "Suspendues", statuses: ["suspended"] },
  { title: "Closes", statuses: ["filled", "cancelled"] },
];

type GroupProps = Omit<OwnOffers, "company"> & { title: string; statuses: readonly OfferStatus[] };

const Group = ({ title, statuses, offers, received, today }: GroupProps): VNode | null => {
  const rows = offers.filter(({ status }) => statuses.includes(status));
  if (rows.length === 0) return null;
  return (
    <section class="stack-s">
      <h2>
        {title} <span class="faint num">{rows.length}</span>
      </h2>
      <Table caption={title} columns={columnsOn(today, received)} rows={rows} rowKey={({ id }) => id} />
    </section>
  );
};

const columnsOn = (today: Day, received: ReceivedByOffer): readonly Column<Offer>[] => [
  {
    title: "Offre",
    cell: ({ id, title, commune }) => (
      <>
        <a href={`/employeur/offres/${id}`}>
          <b>{title}</b>
        </a>
        <br />
        <span class="small soft">{commune.name}</span>
      </>
    ),
  },
  { title: "État", cell: ({ status }) => <StatusTag status={status} /> },
  {
    title: "Reçues",
    cell: ({ id, reference }) => <Received {...(received.get(id) ?? noneYet)} reference={reference} />,
  },
  { title: "Écrite", cell: ({ createdAt }) => <span class="small">{sayShortDay(dayOf(new Date(createdAt)))}</span> },
  { title: "Ensuite", cell: (offer) => <span class="small">{nextOf(offer, today)}</span> },
];

const noneYet = { total: 0, fresh: 0 };

const Received = ({ total, fresh, reference }: { total: number; fresh: number; reference: number }): VNode => {
  if (total === 0) return <span class="small faint">Aucune</span>;
  return (
    <a class="small" href={`/employeur/candidatures?offre=${reference}`}>
      <span class="num">{total}</span>
      {fresh > 0 && <b>, dont {sayCount(fresh, "nouvelle", "nouvelles")}</b>}
    </a>
  );
};

/** The one thing to know or to do next. */
const nextOf = (offer: Offer, today: Day): string => {
  const left = daysBetween(today, offer.expiresOn);
  const next: Record<OfferStatus, string> = {
    draft: "À relire et à publier",
    pending: "Paraît dès que votre entreprise est vérifiée",
    published:
      left <= 7
        ? `Finit ${sayDay(offer.expiresOn, today)} : à prolonger ?`
        : `Jusqu’au ${sayDay(offer.expiresOn, today)}`,
    suspended: "À remettre en ligne, ou à clore",
    expired: "Poste pourvu ? Dites-le, ou remettez-la en ligne",
    filled: "Merci de nous l’avoir dit",
    cancelled: "Rien à faire",
  };
  return next[offer.status];
};
