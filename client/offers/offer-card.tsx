import type { VNode } from "preact";
import { Tag } from "#client/design/card.tsx";
import { Fit, type FitLevel, Reasons, type SaidReason } from "#client/design/reasons.tsx";
import { plural, sayAgo, sayDay, sayKm, sayShortDay } from "#client/kernel/say.tsx";
import { type Day, dayOf } from "#shared/kernel/calendar.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { FoundOffer } from "#shared/offers/offer-search.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { Found, FoundInside } from "./found-words.tsx";
import { remoteLabels, sayContract, sayEmployer, sayPay, sayWeeklyHours, scheduleLabels } from "./offer-words.ts";

type CardProps = {
  found: FoundOffer;
  today: Day;
  /** The level of its title under the titles of the page. */
  level?: 2 | 3;
  /** INSEE code of the commune its distance is measured from: the page measures from there too. */
  from?: string | null;
  /** How well it fits the person who reads, and why. */
  forYou?: { readonly level: FitLevel; readonly reasons: readonly SaidReason[] } | null;
  /** Opens beside a page that must not be lost: nothing else keeps what it shows. */
  apart?: boolean;
  /** Stems of the words that were looked for. */
  marked?: ReadonlySet<string>;
};

const nothing: ReadonlySet<string> = new Set();

/** An offer in a list: pay first, then who and where, then what one must know before opening it. */
export const OfferCard = (props: CardProps): VNode => {
  const { found, today, level = 2, from = null, forYou = null, apart = false, marked = nothing } = props;
  const { offer, distanceKm } = found;
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li class="card offer">
      <div class="row spread">
        <Title class="h3">
          <a
            href={`${offerAddress(offer)}${from ? `?de=${from}` : ""}`}
            {...(apart && { target: "_blank", rel: "noopener" })}
          >
            <Found text={offer.title} stems={marked} />
            {apart && <span class="vh"> (nouvel onglet)</span>}
          </a>
        </Title>
        {forYou && <Fit level={forYou.level} />}
      </div>
      <p class="pay">{sayPay(offer.pay)}</p>
      <p class="meta">
        <span>
          <Found text={sayEmployer(offer)} stems={marked} />
        </span>
        <span>
          <Found text={offer.commune.name} stems={marked} />
          {distanceKm !== null && distanceKm >= 1 && ` · ${sayKm(distanceKm)}`}
        </span>
      </p>
      <p class="tags">
        <Tag tone="pine">{sayContract(offer)}</Tag>
        {traits(offer).map((trait) => (
          <Tag key={trait}>{trait}</Tag>
        ))}
      </p>
      <FoundInside offer={offer} stems={marked} />
      {forYou && <Reasons reasons={forYou.reasons} />}
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
      {` · jusqu’au ${sayShortDay(expiresOn)}`}
      {posts > 1 && ` · ${posts} ${plural(posts, "poste", "postes")}`}
    </>
  );
};
