import type { VNode } from "preact";
import { Tag } from "#client/design/card.tsx";
import { plural, sayAgo, sayDay, sayKm } from "#client/kernel/say.tsx";
import { type Day, dayOf } from "#shared/kernel/calendar.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { FoundOffer } from "#shared/offers/offer-search.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { remoteLabels, sayContract, sayEmployer, sayPay, sayWeeklyHours, scheduleLabels } from "./offer-words.ts";

type CardProps = {
  found: FoundOffer;
  today: Day;
  /** The level of its title under the titles of the page. */
  level?: 2 | 3;
  /** INSEE code of the commune its distance is measured from: the page measures from there too. */
  from?: string | null;
};

/** An offer in a list: pay first, then who and where, then what one must know before opening it. */
export const OfferCard = ({ found: { offer, distanceKm }, today, level = 2, from = null }: CardProps): VNode => {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li class="card offer">
      <Title class="h3">
        <a href={`${offerAddress(offer)}${from ? `?de=${from}` : ""}`}>{offer.title}</a>
      </Title>
      <p class="pay">{sayPay(offer.pay)}</p>
      <p class="meta">
        <span>{sayEmployer(offer)}</span>
        <span>
          {offer.commune.name}
          {distanceKm !== null && ` · ${sayKm(distanceKm)}`}
        </span>
      </p>
      <p class="tags">
        <Tag tone="pine">{sayContract(offer)}</Tag>
        {traits(offer).map((trait) => (
          <Tag key={trait}>{trait}</Tag>
        ))}
      </p>
      <p class="when">{sayAge(offer, today)}</p>
    </li>
  );
};

const traits = (offer: PublicOffer): string[] =>
  [
    sayWeeklyHours(offer.weeklyHours),
    ...offer.schedules.map((schedule) => scheduleLabels[schedule]),
    offer.experienceMonths === 0 ? "Débutant accepté" : "",
    offer.withoutCar ? "Accessible sans voiture" : "",
    offer.remote === "none" ? "" : remoteLabels[offer.remote],
  ]
    .filter((trait) => trait !== "")
    .slice(0, 5);

const sayAge = ({ publishedAt, expiresOn, posts }: PublicOffer, today: Day): VNode => {
  const published = publishedAt === null ? null : dayOf(new Date(publishedAt));
  return (
    <>
      {published !== null && (
        <time dateTime={published} title={sayDay(published, today)}>
          Publiée {sayAgo(published, today)}
        </time>
      )}
      {` · jusqu’au ${sayDay(expiresOn, today)}`}
      {posts > 1 && ` · ${posts} ${plural(posts, "poste", "postes")}`}
    </>
  );
};
