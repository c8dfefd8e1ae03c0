import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Notice } from "#client/design/card.tsx";
import { Fit, type FitLevel, Reasons, type SaidReason } from "#client/design/reasons.tsx";
import { Call, type Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { atPlace } from "#client/referentials/say-place.ts";
import { type Day, dayOf } from "#shared/kernel/calendar.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { OfferStatus } from "#shared/offers/offer-words.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { jobPosting } from "./job-posting.ts";
import { OfferBody } from "./offer-body.tsx";
import { sayContract, sayPay, statusLabels } from "./offer-words.ts";

/** Why an offer fits the person who reads it, from their CV. */
export type ForYou = { readonly level: FitLevel; readonly reasons: readonly SaidReason[] };

/** The application already sent by the person who reads it. */
export type Sent = { readonly id: string; readonly on: Day };

export type OfferPageProps = {
  readonly offer: PublicOffer;
  readonly occupation: string;
  readonly distance: { readonly km: number; readonly from: string } | null;
  readonly forYou: ForYou | null;
  /** Open to anyone; else why this reader sees it all the same. */
  readonly seenAs: "public" | "exclusive" | OfferStatus;
  readonly canApply: boolean;
  readonly sent: Sent | null;
  /** Where the reader comes from: their results. */
  readonly backTo: string | null;
  readonly today: Day;
  readonly site: { readonly publicUrl: string; readonly phone: string; readonly territory: string };
};

/** One offer: pay first, reasons for this person, what is asked, what happens next. */
export const offerPage = (props: OfferPageProps): Page => {
  const { offer, site, occupation, seenAs, today } = props;
  const url = site.publicUrl + offerAddress(offer);
  const facts = { url, territory: site.territory, occupation };
  return {
    title: `${offer.title} ${atPlace(offer.commune.name)}`,
    section: "offers",
    description: `${sayPay(offer.pay)}, ${sayContract(offer)}, ${atPlace(offer.commune.name)}. Ouverte jusqu’au ${sayDay(offer.expiresOn, today)}.`,
    canonical: url,
    ...(seenAs === "public" ? { jsonLd: jobPosting(offer, facts) } : { robots: "noindex" as const }),
    body: <OfferArticle {...props} />,
  };
};

const OfferArticle = (props: OfferPageProps): VNode => {
  const { offer, distance, forYou, today, seenAs, backTo } = props;
  return (
    <div class="wrap body stack">
      <Breadcrumb
        links={[{ href: backTo ?? "/offres", label: backTo ? "Vos résultats" : "Toutes les offres" }]}
        here={offer.title}
      />
      {seenAs !== "public" && <NotPublic seenAs={seenAs} />}
      <div class="split">
        <article class="stack-l">
          <OfferBody offer={offer} distance={distance} today={today}>
            {(props.canApply || props.sent) && (
              <div class="only-small no-print stack-s">
                <Apply {...props} />
              </div>
            )}
            {forYou && <ForYouCard forYou={forYou} />}
          </OfferBody>
        </article>
        <SideCard {...props} />
      </div>
    </div>
  );
};

const ForYouCard = ({ forYou: { level, reasons } }: { forYou: ForYou }): VNode => (
  <Card as="section" tone="pine">
    <div class="row spread">
      <h2 class="h3">Pour vous, d’après votre CV</h2>
      <Fit level={level} />
    </div>
    <Reasons reasons={reasons} small={false} />
  </Card>
);

const NotPublic = ({ seenAs }: { seenAs: OfferPageProps["seenAs"] }): VNode => (
  <Notice>
    {seenAs === "exclusive"
      ? "Offre exclusive : elle n’est visible que des agents et des personnes à qui elle est proposée."
      : `Cette offre n’est pas en ligne. Son état : ${statusLabels[seenAs as OfferStatus].toLowerCase()}.`}
  </Notice>
);

const SideCard = (props: OfferPageProps): VNode => {
  const { offer, site, today } = props;
  return (
    <aside class="sticky">
      <Card>
        <Apply {...props} />
        {!props.sent && <p class="small">Pas à l’aise avec internet ? Postulez par téléphone.</p>}
        <p>
          <Call phone={site.phone} />
        </p>
        <hr />
        <p class="small soft">
          {offer.publishedAt !== null && `Publiée le ${sayDay(dayOf(new Date(offer.publishedAt)), today)}, `}
          {offer.publishedAt === null ? "Ouverte" : "ouverte"} jusqu’au {sayDay(offer.expiresOn, today)}.<br />
          Référence {site.territory}-{offer.reference}.
        </p>
        <button type="button" class="link small needs-script" data-print="">
          Imprimer cette offre
        </button>
      </Card>
    </aside>
  );
};

const Apply = ({ offer, canApply, sent, today }: OfferPageProps): VNode | null => {
  if (sent)
    return (
      <>
        <p>
          <strong>Vous avez postulé le {sayDay(sent.on, today)}.</strong>
        </p>
        <ButtonLink href={`/mes-candidatures/${sent.id}`} kind="second" wide>
          Voir où en est ma candidature
        </ButtonLink>
      </>
    );
  return canApply ? (
    <ButtonLink href={`${offerAddress(offer)}/postuler`} wide>
      Postuler
    </ButtonLink>
  ) : null;
};
