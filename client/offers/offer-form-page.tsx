import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { Offer } from "#shared/offers/offer.ts";
import { DemandFields } from "./offer-form-demands.tsx";
import { ContractFields, DisplayFields, JobFields, PayFields, PlaceFields } from "./offer-form-fields.tsx";

type OfferForm = FormState & {
  /** Of the offer that is changed; null for a new one. */
  offer: Pick<Offer, "id" | "title" | "status"> | null;
  /** The key of a new offer, or the version the form was made from. */
  hidden: { formKey: string } | { version: string };
  /** Code of the trade understood; null when none was. */
  occupation: string | null;
  /** "1 867,02 € par mois à 35 h". */
  minimumWage: string;
};

/** One page, in the order people think: the work, the contract, the pay, the place, what it takes. */
export const offerFormPage = ({ offer, hidden, occupation, minimumWage, typed, errors }: OfferForm): Page => ({
  title: offer ? "Modifier l’offre" : "Écrire une offre",
  section: "my-offers",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={crumbsOf(offer)} here={offer ? "Modifier" : "Nouvelle offre"} />
      <h1>{offer ? "Modifier l’offre" : "Écrire une offre"}</h1>
      <p class="soft">
        {offer?.status === "published"
          ? "L’offre est en ligne : vos changements paraissent tout de suite, à la même adresse."
          : "Rien n’est publié avant votre relecture."}
      </p>
      <ErrorSummary errors={errors} />
      <Form
        action={offer ? `/employeur/offres/${offer.id}/modifier` : newAddress}
        hidden={hidden}
        class="stack-l"
        warnUnsaved
      >
        <Section title="Le travail">
          <JobFields typed={typed} errors={errors} occupation={occupation} />
        </Section>
        <Section title="Le contrat">
          <ContractFields typed={typed} errors={errors} />
        </Section>
        <Section title="Le salaire">
          <PayFields typed={typed} errors={errors} minimumWage={minimumWage} />
        </Section>
        <Section title="Le lieu">
          <PlaceFields typed={typed} errors={errors} />
        </Section>
        <Section title="Ce qu’il faut">
          <DemandFields typed={typed} errors={errors} occupation={occupation} />
        </Section>
        <Section title="L’annonce">
          <DisplayFields typed={typed} errors={errors} />
        </Section>
        <Button>{offer ? "Enregistrer les changements" : "Enregistrer et relire"}</Button>
      </Form>
    </div>
  ),
});

const newAddress = "/employeur/offres/nouvelle";

const crumbsOf = (offer: OfferForm["offer"]): { href: string; label: string }[] => [
  { href: "/employeur/offres", label: "Mes offres" },
  ...(offer ? [{ href: `/employeur/offres/${offer.id}`, label: offer.title }] : []),
];

const Section = ({ title, children }: { title: string; children: VNode }): VNode => (
  <section class="stack">
    <h2>{title}</h2>
    {children}
  </section>
);
