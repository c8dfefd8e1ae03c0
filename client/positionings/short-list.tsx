import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, Tag } from "#client/design/card.tsx";
import { Form, type Typed, typedList } from "#client/kernel/form.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { Offer } from "#shared/offers/offer.ts";
import type { CardFacts, Moment } from "./card-facts.ts";
import { sayWaiting, shortName, statusLabels } from "./positioning-words.ts";

/** Where those proposed for one offer stand; the names of those who said yes leave from here. */
export const ShortList = ({
  offer,
  open,
  cards,
  typed,
  at,
}: {
  offer: Offer;
  open: boolean;
  cards: readonly CardFacts[];
  typed: Typed;
  at: Moment;
}): VNode | null => {
  const willing = cards.filter(({ status }) => status === "consented");
  // Refused in the moment it was sent, it keeps its ticks.
  const sent = "positioningIds" in typed;
  const ticked = typedList(typed, "positioningIds");
  const others = cards.filter(({ status }) => status !== "consented");
  return (
    <div id="liste" data-desk-region="short-list" class="stack">
      {willing.length > 0 && (
        <Card as="section" tone="saffron">
          <h2 class="h3">
            {open || sent
              ? sayCount(willing.length, "accord à transmettre", "accords à transmettre")
              : sayCount(willing.length, "personne avait dit oui", "personnes avaient dit oui")}
          </h2>
          {open || sent ? (
            <Form action={`/bureau/offres-exclusives/${offer.id}/transmission`} class="stack">
              <div class="choices">
                {willing.map((card) => (
                  <label key={card.id} class="choice">
                    <input
                      type="checkbox"
                      name="positioningIds"
                      value={card.id}
                      checked={!sent || ticked.includes(card.id)}
                    />
                    <span>
                      {shortName(card)} {card.elsewhere && <Tag tone="saffron">aussi sur : {card.elsewhere}</Tag>}
                    </span>
                  </label>
                ))}
              </div>
              <p class="small soft">
                {offer.companyName} reçoit un mail et voit alors les noms, les CV et les contacts.
              </p>
              <Button kind="second">Transmettre à {offer.companyName}</Button>
            </Form>
          ) : (
            <>
              <p>Cette offre n’est plus ouverte : aucun nom ne part. Dites-le à ces personnes.</p>
              <Names cards={willing} at={at} />
            </>
          )}
        </Card>
      )}
      {others.length > 0 && (
        <Card as="section">
          <h2 class="h3">Déjà proposés pour cette offre</h2>
          <Names cards={others} at={at} />
        </Card>
      )}
    </div>
  );
};

const Names = ({ cards, at }: { cards: readonly CardFacts[]; at: Moment }): VNode => (
  <ul class="stack-s">
    {cards.map((card) => (
      <li key={card.id} class="row spread">
        <a href={`/bureau/positionnements/${card.id}`}>{shortName(card)}</a>
        <span class="small">
          <Tag tone={card.late ? "saffron" : "plain"}>{statusLabels[card.status]}</Tag>{" "}
          <span class="soft">{sayWaiting(card, at)}</span>
        </span>
      </li>
    ))}
  </ul>
);
