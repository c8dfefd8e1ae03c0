import type { VNode } from "preact";
import { CarefulComment } from "#client/accounts/careful-comment.tsx";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { namedFacts } from "#client/cvs/cv-facts.tsx";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card, EmptyState, Facts, Notice, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Fit, Reasons } from "#client/design/reasons.tsx";
import { Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState, typedText } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { AccompaniedFacts } from "./accompaniment-facts.ts";
import { statusLabels } from "./positioning-words.ts";

type Props = FormState & { person: AccompaniedFacts; actions: readonly OpenAction[]; today: string };
type OpenAction = { readonly id: string; readonly label: string };

/** One accompanied person: what they seek, the offers to suggest, what happens with those they are on. */
export const accompaniedPage = (props: Props): Page => ({
  title: props.person.name,
  section: "accompaniment",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <Breadcrumb links={[{ href: "/accompagnement", label: "Mes accompagnements" }]} here={props.person.name} />
      <h1>{props.person.name}</h1>
      <ErrorSummary errors={props.errors} />
      <div class="split">
        <div class="stack">
          <UnderWay {...props} />
          <Offers {...props} />
          <Actions {...props} />
        </div>
        <aside class="stack">
          <Person {...props} />
        </aside>
      </div>
    </div>
  ),
});

const UnderWay = ({ person, today }: Props): VNode | null =>
  person.positionings.length === 0 ? null : (
    <section class="stack-s">
      <h2 class="h3">Ses offres</h2>
      <ul class="stack-s">
        {person.positionings.map(({ id, title, status, statusAt }) => (
          <Card key={id} as="li">
            <p class="row spread">
              <b>{title}</b>
              <Tag>{statusLabels[status]}</Tag>
            </p>
            <p class="small soft">le {sayDay(dayOf(new Date(statusAt)), today)}</p>
          </Card>
        ))}
      </ul>
    </section>
  );

const Offers = ({ person, typed, errors }: Props): VNode => {
  if (person.cv === null)
    return (
      <EmptyState title="Pas encore de CV">
        <p>Sans CV, aucune offre ne peut être proposée. Aidez la personne à en poser un : cinq champs suffisent.</p>
      </EmptyState>
    );
  if (person.cv.visibility === "hidden")
    return (
      <Notice>
        <p>
          <b>Son CV est caché.</b> Tant qu’il l’est, personne ne peut le proposer. Parlez-en ensemble.
        </p>
      </Notice>
    );
  return (
    <section class="stack-s">
      <h2 class="h3">Offres exclusives qui lui conviennent</h2>
      {person.offers.length === 0 && <p class="soft">Aucune en ce moment. De nouvelles arrivent chaque semaine.</p>}
      <ul class="stack">
        {person.offers.map((offer) => (
          <Card key={offer.id} as="li">
            <p>
              <b>{offer.title}</b>, {offer.place}
            </p>
            <Fit level={offer.level} />
            <Reasons reasons={offer.reasons} />
            <Suggest person={person} offerId={offer.id} title={offer.title} typed={typed} errors={errors} />
          </Card>
        ))}
      </ul>
    </section>
  );
};

type SuggestProps = FormState & { person: AccompaniedFacts; offerId: string; title: string };

const Suggest = ({ person, offerId, title, typed, errors }: SuggestProps): VNode => {
  const isThis = typedText(typed, "offerId") === offerId;
  return (
    <Details summary={`Proposer pour « ${title} »`} open={isThis}>
      <Form action={`/accompagnement/${person.id}/propositions`} hidden={{ offerId }} class="stack-s">
        <CarefulComment
          name="reason"
          label="Pourquoi cette offre lui convient"
          typed={isThis ? typed : {}}
          errors={isThis ? errors : {}}
          maxLength={500}
        />
        <p class="small soft">Le chargé de mission lit ces mots. La personne peut les demander.</p>
        <Button small>Proposer au chargé de mission</Button>
      </Form>
    </Details>
  );
};

/** Groups and workshops, beside the offers: nothing is shown when none is open. */
const Actions = ({ person, actions, typed, errors }: Props): VNode | null =>
  actions.length === 0 ? null : (
    <section class="stack-s">
      <h2 class="h3">Actions collectives</h2>
      <Details summary="Proposer une action" open={"why" in errors || "actionId" in errors}>
        <Form action={`/accompagnement/${person.id}/actions`} class="stack-s">
          <Select
            name="actionId"
            label="Quelle action"
            choices={actions.map(({ id, label }) => ({ value: id, label }))}
            empty="Choisissez une action"
            typed={typed}
            errors={errors}
          />
          <CarefulComment
            name="why"
            label="Pourquoi cette action lui convient"
            typed={typed}
            errors={errors}
            maxLength={500}
          />
          <Button small>Proposer l’action à la personne</Button>
        </Form>
      </Details>
    </section>
  );

const Person = ({ person, today }: Props): VNode => (
  <>
    <Card as="section">
      <h2 class="h3">La joindre</h2>
      {person.phone && (
        <p>
          <PhoneLink phone={person.phone} />
        </p>
      )}
      <p>
        <a class="breakable" href={`mailto:${person.email}`}>
          {person.email}
        </a>
      </p>
      <p class="small soft">Accompagnement accepté le {sayDay(dayOf(new Date(person.since)), today)}.</p>
      <Form action={`/accompagnement/${person.id}/fin`}>
        <Button kind="plain" small>
          Terminer l’accompagnement
        </Button>
      </Form>
    </Card>
    {person.cv && (
      <Card as="section">
        <h2 class="h3">Son CV</h2>
        <Facts facts={namedFacts(person.cv)} />
      </Card>
    )}
  </>
);
