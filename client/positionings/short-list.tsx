import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, Tag } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { Offer } from "#shared/offers/offer.ts";
import type { CardFacts, Moment } from "./card-facts.ts";
import { sayWaiting, shortName, statusLabels } from "./positioning-words.ts";

/** Where those proposed for one offer stand; the names of those who said yes leave from here. */
export const ShortList = ({
  offer,
  cards,
  at,
}: {
  offer: Offer;
  cards: readonly CardFacts[];
  at: Moment;
}): VNode | null => {
  const willing = cards.filter(({ status }) => status === "consented");
  const others = cards.filter(({ status }) => status !== "consented");
  return (
    <div id="liste" data-desk-region="short-list" class="stack">
      {willing.length > 0 && (
        <Card as="section" tone="saffron">
          <h2 class="h3">{sayCount(willing.length, "accord à transmettre", "accords à transmettre")}</h2>
          <Form action={`/bureau/offres-exclusives/${offer.id}/transmission`} class="stack">
            <div class="choices">
              {willing.map((card) => (
                <label key={card.id} class="choice">
                  <input type="checkbox" name="positioningIds" value={card.id} checked />
                  <span>
                    {shortName(card)} {card.elsewhere && <Tag tone="saffron">aussi sur : {card.elsewhere}</Tag>}
                  </span>
                </label>
              ))}
            </div>
            <p class="small soft">{offer.companyName} reçoit un mail et voit alors les noms, les CV et les contacts.</p>
            <Button kind="second">Transmettre à {offer.companyName}</Button>
          </Form>
        </Card>
      )}
      {others.length > 0 && (
        <Card as="section">
          <h2 class="h3">Déjà proposés pour cette offre</h2>
          <ul class="stack-s">
            {others.map((card) => (
              <li key={card.id} class="row spread">
                <a href={`/bureau/positionnements/${card.id}`}>{shortName(card)}</a>
                <span class="small">
                  <Tag tone={card.late ? "saffron" : "plain"}>{statusLabels[card.status]}</Tag>{" "}
                  <span class="soft">{sayWaiting(card, at)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
};
