import type { VNode } from "preact";
import { Facts } from "#client/design/card.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { OfferBody } from "./offer-body.tsx";

type Preview = { offer: Offer; today: Day };

/** An offer exactly as anyone will read it: its owner sees no more in it than they do. */
export const OfferPreview = ({ offer, today }: Preview): VNode => (
  <article class="stack-l">
    <OfferBody offer={toPublicOffer(offer, { employerKnown: offer.employerShown })} distance={null} today={today} />
  </article>
);

/** What readers do not see written, and its author should check. */
export const OfferFacts = ({ offer, today }: Preview): VNode => (
  <Facts
    facts={[
      ["Métier retenu", occupationByCode(offer.occupation)?.title ?? offer.occupation],
      ["Ouverte jusqu’au", sayDay(offer.expiresOn, today)],
      ["Nom de l’entreprise", offer.employerShown ? "montré" : "caché"],
      ["Référence", String(offer.reference)],
    ]}
  />
);
