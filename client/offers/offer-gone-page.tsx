import { EmptyState } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { Day } from "#shared/kernel/calendar.ts";
import { everyOffer, type FoundOffer, searchAddress } from "#shared/offers/offer-search.ts";
import type { OfferStatus } from "#shared/offers/offer-words.ts";
import { OfferCard } from "./offer-card.tsx";

type GoneProps = {
  title: string;
  status: OfferStatus;
  occupation: { readonly code: string; readonly label: string };
  similar: readonly FoundOffer[];
  today: Day;
};

const reasons: Partial<Record<OfferStatus, string>> = {
  filled: "Le poste est pourvu.",
  cancelled: "L’employeur a retiré son offre.",
};

/** 410: it was open, it no longer is, and here is what looks like it. */
export const offerGonePage = ({ title, status, occupation, similar, today }: GoneProps): Page => ({
  title: "Cette offre n’est plus ouverte",
  section: "offers",
  robots: "noindex",
  status: 410,
  body: (
    <div class="wrap body stack-l">
      <header class="stack-s">
        <h1>Cette offre n’est plus ouverte</h1>
        <p class="lead">{title}</p>
        <p class="soft">{reasons[status] ?? "Sa date limite est passée."}</p>
      </header>
      {similar.length === 0 ? (
        <EmptyState title="Rien qui lui ressemble aujourd’hui">
          <p>Une offre de ce métier peut arriver demain. Nous pouvons vous prévenir.</p>
          <p>
            <a href={`/mes-alertes/nouvelle?occupation=${occupation.code}`}>Être prévenu des prochaines</a>
          </p>
        </EmptyState>
      ) : (
        <section class="stack">
          <h2>Celles-ci lui ressemblent</h2>
          <ul class="grid3">
            {similar.map((found) => (
              <OfferCard key={found.offer.id} found={found} today={today} level={3} />
            ))}
          </ul>
        </section>
      )}
      <p class="row">
        <a href={searchAddress({ ...everyOffer, occupation: [occupation.code] })}>
          Les offres de ce métier : {occupation.label}
        </a>
        <a href="/offres">Toutes les offres</a>
      </p>
    </div>
  ),
});
