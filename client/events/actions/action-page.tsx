import type { VNode } from "preact";
import { CarefulComment } from "#client/accounts/careful-comment.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, EmptyState, Notice } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { DateField, EmailField, TextField } from "#client/kernel/text-fields.tsx";
import type { CollectiveAction } from "#shared/events/actions/collective-action.ts";
import type { ActionPerson } from "./action-facts.ts";
import { PeopleOfAction } from "./action-people.tsx";
import { actionKindLabels, sayAction, stepLabels } from "./action-words.ts";

type Props = FormState & { action: CollectiveAction; people: readonly ActionPerson[]; today: string };

/** One action: its steps, its people, and what is still to be written down. */
export const actionPage = (props: Props): Page => ({
  title: props.action.title,
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb links={[{ href: "/bureau/actions", label: "Actions collectives" }]} here={props.action.title} />
      <div class="row spread">
        <div>
          <h1>{props.action.title}</h1>
          <p class="soft">
            {actionKindLabels[props.action.kind]}, {sayAction(props.action, props.today)}
          </p>
        </div>
        <ButtonLink href={`/bureau/actions/${props.action.id}/bilan`} kind="plain">
          Voir le bilan
        </ButtonLink>
      </div>
      {props.action.cancelledAt !== null && (
        <Notice kind="wrong">
          <p>Cette action est annulée.</p>
        </Notice>
      )}
      <ErrorSummary errors={props.errors} />
      <div class="split thin">
        <PeopleOfAction {...props} />
        <aside class="stack">
          <Steps {...props} />
          {props.action.cancelledAt === null && (
            <>
              <Propose {...props} />
              <Cancel {...props} />
            </>
          )}
        </aside>
      </div>
    </div>
  ),
});

const Steps = ({ action, today, typed, errors }: Props): VNode => (
  <Card as="section">
    <h2 class="h3">Étapes</h2>
    {action.steps.length === 0 && (
      <EmptyState title="Aucune étape">
        <p>Sans étape, l’action n’a pas de date.</p>
      </EmptyState>
    )}
    <ul class="stack-s">
      {[...action.steps]
        .sort((one, other) => one.day.localeCompare(other.day))
        .map(({ id, kind, day, place }) => (
          <li key={id}>
            <b>{stepLabels[kind]}</b>
            <br />
            <span class="small soft">
              {sayDay(day, today)}
              {place && `, ${place}`}
            </span>{" "}
            {day <= today && (
              <a class="small" href={`/bureau/actions/${action.id}/etapes/${id}`}>
                Noter les présences
              </a>
            )}
          </li>
        ))}
    </ul>
    <Details summary="Ajouter une étape" open={"day" in errors || "stepKind" in errors}>
      <Form action={`/bureau/actions/${action.id}/etapes`} class="stack-s">
        <Select name="stepKind" label="Étape" choices={choicesOf(stepLabels)} typed={typed} errors={errors} />
        <DateField name="day" label="Jour" typed={typed} errors={errors} />
        <TextField name="place" label="Lieu" required={false} maxLength={160} typed={typed} errors={errors} />
        <Button kind="plain" small>
          Ajouter l’étape
        </Button>
      </Form>
    </Details>
  </Card>
);

const Propose = ({ action, typed, errors }: Props): VNode => (
  <Card as="section">
    <h2 class="h3">Proposer à une personne</h2>
    <Form action={`/bureau/actions/${action.id}/personnes`} class="stack-s">
      <EmailField name="email" label="Son adresse mail" typed={typed} errors={errors} />
      <CarefulComment name="reason" label="Pourquoi" required={false} maxLength={500} typed={typed} errors={errors} />
      <p class="small soft">La personne reçoit un mail et répond oui ou non.</p>
      <Button kind="plain">Proposer l’action</Button>
    </Form>
  </Card>
);

const Cancel = ({ action }: Props): VNode => (
  <Details summary="Annuler l’action">
    <Form action={`/bureau/actions/${action.id}/annulation`} class="stack-s">
      <p class="small">Les personnes qui ont dit oui sont prévenues par mail.</p>
      <Button kind="danger" small>
        Annuler cette action
      </Button>
    </Form>
  </Details>
);
