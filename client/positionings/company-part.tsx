import type { VNode } from "preact";
import { Card, Tag } from "#client/design/card.tsx";
import { StatusTag } from "#client/offers/offer-status.tsx";
import type { Offer } from "#shared/offers/offer.ts";
import type { CardFacts, Moment } from "./card-facts.ts";
import { sayWaiting, shortName, statusLabels } from "./positioning-words.ts";

type PartProps = { companyId: string; offers: readonly Offer[]; cards: readonly CardFacts[]; at: Moment };

/** A company's offers and the people positioned there, on its sheet. */
export const companyPart = ({ companyId, offers, cards, at }: PartProps): VNode => (
  <>
    <Card as="section">
      <h2 class="h3">Ses offres</h2>
      {offers.length === 0 && <p class="soft">Aucune offre pour le moment.</p>}
      <ul class="stack-s">
        {offers.map((offer) => (
          <li key={offer.id} class="row spread">
            {offer.exclusive ? (
              <a href={`/bureau/offres-exclusives/${offer.id}`}>{offer.title}</a>
            ) : (
              <span>{offer.title}</span>
            )}
            <span class="row">
              {offer.exclusive && <Tag tone="sky">exclusive</Tag>}
              <StatusTag status={offer.status} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
    <Card as="section">
      <h2 class="h3">Ses positionnements</h2>
      {cards.length === 0 && <p class="soft">Personne n’y est positionné.</p>}
      <ul class="stack-s">
        {cards.map((card) => (
          <li key={card.id} class="small">
            <a href={`/bureau/positionnements/${card.id}`}>{shortName(card)}</a>,{" "}
            {statusLabels[card.status].toLowerCase()} <span class="soft">({sayWaiting(card, at)})</span>
          </li>
        ))}
      </ul>
      {cards.length > 0 && (
        <p class="small">
          <a href={`/bureau/positionnements?entreprise=${companyId}`}>Voir son tableau</a>
        </p>
      )}
    </Card>
  </>
);
