import type { ComponentChildren, VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Notice } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { choicesOf, Radios } from "#client/kernel/choice-fields.tsx";
import { type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { Company } from "#shared/companies/company.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import type { Offer, OfferStep } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { extendedExpiry } from "#shared/offers/offer-life.ts";
import { canEditOffer, canExtendOffer, canMoveOffer } from "#shared/offers/offer-rules.ts";
import { OfferFacts, OfferPreview } from "./offer-preview.tsx";
import { StatusTag } from "./offer-status.tsx";
import { closingReasonLabels, statusLabels } from "./offer-words.ts";

type File = { actor: Actor; company: Company; offer: Offer; today: Day; errors?: Errors };

/** One's own offer as its readers see it, and beside it what may be done with it. */
export const offerFilePage = (file: File): Page => ({
  title: file.offer.title,
  section: "my-offers",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <Breadcrumb links={[{ href: "/employeur/offres", label: "Mes offres" }]} here={file.offer.title} />
      <p class="row only-small">
        <StatusTag status={file.offer.status} />
        <a href="#gestes">Ce que vous pouvez faire</a>
      </p>
      <div class="split">
        <div class="stack">
          <Refused offer={file.offer} />
          <OfferPreview offer={file.offer} today={file.today} />
        </div>
        <aside class="stack" id="gestes">
          <Actions {...file} />
          <Card>
            <OfferFacts offer={file.offer} today={file.today} />
          </Card>
          <History steps={file.offer.history} today={file.today} />
        </aside>
      </div>
    </div>
  ),
});

/** What staff asked to change, while it is still to be done. */
const Refused = ({ offer }: { offer: Offer }): VNode | null => {
  const last = offer.history.at(-1);
  if (offer.status !== "draft" || last?.from !== "pending" || !last.reason) return null;
  return (
    <Notice kind="wrong">
      <p>
        <b>À revoir avant de publier</b>
      </p>
      <p class="preline breakable">{last.reason}</p>
    </Notice>
  );
};

const Actions = (file: File): VNode => {
  const { actor, offer } = file;
  const address = `/employeur/offres/${offer.id}`;
  return (
    <Card>
      <p>
        <StatusTag status={offer.status} />
      </p>
      <Publication {...file} />
      {offer.status === "published" && !offer.exclusive && (
        <ButtonLink href={offerAddress(offer)} kind="second" wide>
          Voir la page publique
        </ButtonLink>
      )}
      {canEditOffer(actor, offer) && (
        <ButtonLink href={`${address}/modifier`} kind={offer.status === "draft" ? "second" : "plain"} wide>
          Modifier l’offre
        </ButtonLink>
      )}
      <Extension {...file} />
      {offer.status === "published" && <Press to={`${address}/suspension`}>Suspendre l’offre</Press>}
      {offer.status === "pending" && <Press to={`${address}/reprise`}>Reprendre en brouillon</Press>}
      <Closing {...file} />
      {offer.status === "draft" && offer.publishedAt === null && (
        <Details summary="Supprimer ce brouillon">
          <p class="small">Il disparaît pour toujours. Personne d’autre ne l’a vu.</p>
          <Press to={`${address}/suppression`} danger>
            Supprimer le brouillon
          </Press>
        </Details>
      )}
    </Card>
  );
};

/** The one primary button, and what it will do. */
const Publication = ({ actor, company, offer, today }: File): VNode | null => {
  const to = company.status === "verified" || offer.status !== "draft" ? "published" : "pending";
  if (offer.status === "pending")
    return <p class="small">Elle paraît toute seule, dès que votre entreprise est vérifiée.</p>;
  if (offer.status === "published")
    return (
      <p class="small">
        {offer.exclusive ? "Proposée par le Département à des candidats choisis" : "Visible par tous"}, jusqu’au{" "}
        {sayDay(offer.expiresOn, today)}.
      </p>
    );
  if (!canMoveOffer(actor, offer, to)) return null;
  return (
    <Form action={`/employeur/offres/${offer.id}/publication`} class="stack-s">
      <Button wide>{publishWords[offer.status] ?? "Publier l’offre"}</Button>
      {to === "pending" && (
        <p class="small">Votre entreprise n’est pas encore vérifiée : l’offre paraîtra juste après.</p>
      )}
    </Form>
  );
};

const publishWords: Partial<Record<Offer["status"], string>> = {
  suspended: "Remettre l’offre en ligne",
  expired: "Remettre l’offre en ligne",
};

const Extension = ({ actor, offer, today }: File): VNode | null => {
  const until = extendedExpiry(offer, today);
  if (!canExtendOffer(actor, offer) || until === offer.expiresOn) return null;
  return <Press to={`/employeur/offres/${offer.id}/prolongation`}>Prolonger jusqu’au {sayDay(until, today)}</Press>;
};

const Press = ({ to, danger, children }: { to: string; danger?: boolean; children: ComponentChildren }): VNode => (
  <Form action={to} class="stack-s">
    <Button kind={danger ? "danger" : "plain"} wide>
      {children}
    </Button>
  </Form>
);

const Closing = ({ actor, offer, errors = {} }: File): VNode | null => {
  const may = canMoveOffer(actor, offer, "filled") || canMoveOffer(actor, offer, "cancelled");
  if (!may || offer.status === "draft") return null;
  const labels = canMoveOffer(actor, offer, "filled") ? closingReasonLabels : cancelledLabels;
  return (
    <Details summary="Clore l’offre" open={"reason" in errors}>
      <Form action={`/employeur/offres/${offer.id}/cloture`} class="stack-s">
        <Radios name="reason" label="Que s’est-il passé ?" choices={choicesOf(labels)} typed={{}} errors={errors} />
        <p class="small">L’offre quitte le site. Elle ne se rouvre pas.</p>
        <Button kind="danger" wide>
          Clore l’offre
        </Button>
      </Form>
    </Details>
  );
};

/** What never was online was filled by nobody. */
const { filledByUs: _one, filledOtherwise: _other, ...cancelledLabels } = closingReasonLabels;

const History = ({ steps, today }: { steps: readonly OfferStep[]; today: Day }): VNode => (
  <Details summary="Ce qui s’est passé">
    <ol class="stack-s small">
      {steps.map(({ at, to }) => (
        <li key={at + to}>
          <b>{statusLabels[to]}</b>
          <br />
          <span class="soft">{sayMoment(at, today)}</span>
        </li>
      ))}
    </ol>
  </Details>
);
