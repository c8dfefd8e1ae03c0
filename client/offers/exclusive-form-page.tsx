import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card } from "#client/design/card.tsx";
import { Checkbox, type Choice, choicesOf, Radios, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { DateField, TextField } from "#client/kernel/text-fields.tsx";
import type { Offer } from "#shared/offers/offer.ts";
import { isClosed, offerMayMove } from "#shared/offers/offer-transitions.ts";
import { DemandFields } from "./offer-form-demands.tsx";
import { ContractFields, JobFields, PayFields, PlaceFields } from "./offer-form-fields.tsx";
import { closingReasonLabels, requestChannelLabels } from "./offer-words.ts";

type ExclusiveForm = FormState & {
  /** Of the offer that is changed; null for a new one. */
  offer: Offer | null;
  hidden: { formKey: string } | { version: string };
  companies: readonly Choice[];
  occupation: string | null;
  minimumWage: string;
};

/** What the company asked for, and who asked: after a visit or a call. */
export const exclusiveFormPage = (props: ExclusiveForm): Page => ({
  title: props.offer ? "Modifier l’offre exclusive" : "Enregistrer une offre exclusive",
  section: "exclusive",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={crumbsOf(props.offer)} here={props.offer ? "Modifier" : "Nouvelle offre"} />
      <h1>{props.offer ? "Modifier l’offre exclusive" : "Enregistrer une offre exclusive"}</h1>
      <p class="soft">Elle ne paraît nulle part : seules les personnes à qui vous la proposez la voient.</p>
      <ErrorSummary errors={props.errors} />
      <Fields {...props} />
      {props.offer && !isClosed(props.offer.status) && <Ends offer={props.offer} errors={props.errors} />}
    </div>
  ),
});

const crumbsOf = (offer: Offer | null): { href: string; label: string }[] => [
  { href: "/bureau/offres-exclusives", label: "Offres exclusives" },
  ...(offer ? [{ href: `/bureau/offres-exclusives/${offer.id}`, label: offer.title }] : []),
];

const Fields = ({ offer, hidden, companies, occupation, minimumWage, typed, errors }: ExclusiveForm): VNode => {
  const state = { typed, errors };
  return (
    <Form
      action={offer ? `/bureau/offres-exclusives/${offer.id}/modifier` : "/bureau/offres-exclusives"}
      hidden={hidden}
      warnUnsaved
    >
      {!offer && (
        <Section title="Qui demande">
          <RequestFields companies={companies} {...state} />
        </Section>
      )}
      <Section title="Le travail">
        <JobFields {...state} occupation={occupation} />
      </Section>
      <Section title="Le contrat">
        <ContractFields {...state} />
      </Section>
      <Section title="Le salaire">
        <PayFields {...state} minimumWage={minimumWage} />
      </Section>
      <Section title="Le lieu">
        <PlaceFields {...state} />
      </Section>
      <Section title="Ce qu’il faut">
        <DemandFields {...state} occupation={occupation} />
      </Section>
      <Section title="Pour les personnes proposées">
        <TellingFields {...state} />
      </Section>
      <Button>{offer ? "Enregistrer les changements" : "Enregistrer et voir qui convient"}</Button>
    </Form>
  );
};

const RequestFields = ({ companies, typed, errors }: FormState & { companies: readonly Choice[] }): VNode => (
  <div class="stack">
    <Select
      name="companyId"
      label="Entreprise"
      empty="Choisissez"
      choices={companies}
      hint={
        <>
          Pas dans la liste ? <a href="/bureau/entreprises/nouvelle">Ajoutez l’entreprise</a>.
        </>
      }
      typed={typed}
      errors={errors}
    />
    <TextField name="requestContact" label="Qui vous l’a demandée" maxLength={120} typed={typed} errors={errors} />
    <div class="grid2">
      <Select
        name="requestChannel"
        label="Comment"
        choices={choicesOf(requestChannelLabels).filter(({ value }) => value !== "online")}
        typed={typed}
        errors={errors}
      />
      <DateField name="requestOn" label="Quel jour" typed={typed} errors={errors} />
    </div>
    <p class="small soft">La loi demande de garder qui a demandé l’offre, comment et quand.</p>
  </div>
);

/** What those it is proposed to learn, and until when it is proposed. */
const TellingFields = (state: FormState): VNode => (
  <div class="stack">
    <Checkbox
      {...state}
      name="employerShown"
      label="Nommer l’entreprise dès la proposition"
      hint="Sans cela, son nom n’est dit qu’après le oui de la personne."
    />
    <DateField
      {...state}
      name="expiresOn"
      label="Dernier jour de l’offre"
      required={false}
      hint="Vide : dans 60 jours."
    />
  </div>
);

const Ends = ({ offer, errors }: Pick<FormState, "errors"> & { offer: Offer }): VNode => {
  const resumes = offerMayMove({ from: offer.status, to: "published", hand: "officer" });
  return (
    <Card as="section">
      <h2 class="h3">Suspendre ou clore</h2>
      <Form
        action={`/bureau/offres-exclusives/${offer.id}/etat`}
        hidden={{ to: resumes ? "published" : "suspended", version: offer.version }}
      >
        <Button kind="plain">{resumes ? "Rouvrir cette offre" : "Suspendre cette offre"}</Button>
      </Form>
      <Form action={`/bureau/offres-exclusives/${offer.id}/cloture`} hidden={{ version: offer.version }}>
        <Radios
          name="reason"
          label="Pourquoi la clore ?"
          choices={choicesOf(closingReasonLabels)}
          typed={{}}
          errors={errors}
        />
        <p class="small soft">Une offre close ne se rouvre pas. Les positionnements en cours restent.</p>
        <Button kind="danger">Clore cette offre</Button>
      </Form>
    </Card>
  );
};

const Section = ({ title, children }: { title: string; children: VNode }): VNode => (
  <section class="stack">
    <h2>{title}</h2>
    {children}
  </section>
);
