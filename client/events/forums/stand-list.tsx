import type { VNode } from "preact";
import { Card } from "#client/design/card.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { StandShown } from "./forum-facts.ts";
import { sayTraining } from "./forum-words.ts";

/** Who will be there, and with what: offers and trainings anybody may read. */
export const StandList = ({ stands }: { stands: readonly StandShown[] }): VNode => (
  <section class="stack" aria-labelledby="stands">
    <h2 id="stands">
      Qui sera là <span class="faint num">{sayCount(stands.length, "stand", "stands")}</span>
    </h2>
    <ul class="stack-s">
      {stands.map(({ stand, offers }) => (
        <Card as="li" key={stand.id}>
          <h3>
            <span class="soft num">{stand.number}.</span> {stand.name}
          </h3>
          {offers.length + stand.trainings.length > 0 && (
            <ul class="stack-s">
              {offers.map((offer) => (
                <li key={offer.id}>
                  <a href={offerAddress(offer)}>{offer.title}</a>
                </li>
              ))}
              {stand.trainings.map((training) => (
                <li key={training.id}>Formation : {sayTraining(training)}</li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </ul>
  </section>
);
