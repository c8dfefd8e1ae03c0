import type { VNode } from "preact";
import { Card, Tag } from "#client/design/card.tsx";
import { sayCount, sayList } from "#client/kernel/say.tsx";
import { StatusTag } from "#client/offers/offer-status.tsx";
import type { Offer } from "#shared/offers/offer.ts";
import { isUnderWay } from "#shared/positionings/positioning-board.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { CardFacts, Moment } from "./card-facts.ts";
import { sayWaiting, shortName, statusLabels } from "./positioning-words.ts";

type PartProps = {
  companyId: string;
  offers: readonly Offer[];
  cards: readonly CardFacts[];
  results: readonly Result[];
  at: Moment;
};

/** How far one positioning got. */
export type Result = { readonly status: PositioningStatus; readonly past: readonly PositioningStatus[] };

/** A company's offers and the people positioned there, on its sheet. */
export const companyPart = ({ companyId, offers, cards, results, at }: PartProps): VNode => (
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
      {cards.length === 0 ? <p class="soft">Personne n’y est positionné.</p> : <p>{sayResults(results)}</p>}
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

/** "12 personnes : 3 embauches, 4 en cours, 2 non retenues." */
const sayResults = (results: readonly Result[]): string => {
  const hired = results.filter(({ past }) => past.includes("hired")).length;
  const inPost = results.filter(({ status }) => status === "inPostM6").length;
  const underWay = results.filter(({ status }) => isUnderWay(status)).length;
  const refused = results.filter(({ status }) => status === "refused").length;
  const told = [
    hired > 0 && sayCount(hired, "embauche", "embauches"),
    inPost > 0 && `${inPost} en poste à 6 mois`,
    underWay > 0 && `${underWay} en cours`,
    refused > 0 && sayCount(refused, "non retenue", "non retenues"),
  ].filter((one) => one !== false);
  return `${sayCount(results.length, "personne", "personnes")}${told.length > 0 ? ` : ${sayList(told)}` : ""}.`;
};
