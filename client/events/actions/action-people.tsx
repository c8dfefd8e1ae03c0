import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button } from "#client/design/button.tsx";
import { Card, EmptyState, Tag } from "#client/design/card.tsx";
import { Form, idOf } from "#client/kernel/form.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { momentsDue, resultAt } from "#shared/events/actions/action-rules.ts";
import { type CollectiveAction, outcomes, type ResultMoment } from "#shared/events/actions/collective-action.ts";
import type { ActionPerson } from "./action-facts.ts";
import { attendanceLabels, momentLabels, outcomeLabels, participationLabels, stepLabels } from "./action-words.ts";

type Props = { action: CollectiveAction; people: readonly ActionPerson[]; today: string };

/** Those with a place, those who wait for one, those who have not answered or have gone. */
export const PeopleOfAction = ({ action, people, today }: Props): VNode => {
  const placed = people.filter(({ place }) => place === "placed");
  const waiting = people.filter(({ place }) => place === "waiting");
  const others = people.filter(({ place }) => place === "none");
  return (
    <div class="stack">
      <h2>
        {placed.length} sur {sayCount(action.places, "place", "places")}
      </h2>
      {people.length === 0 && (
        <EmptyState title="Personne pour le moment">
          <p>Proposez l’action à une personne, ou demandez aux référents de le faire.</p>
        </EmptyState>
      )}
      <ul class="stack" id={idOf("outcome")} tabIndex={-1}>
        {placed.map((person) => (
          <Person key={person.id} person={person} action={action} today={today} />
        ))}
      </ul>
      {waiting.length > 0 && <Names title="Sur la liste d’attente" people={waiting} />}
      {others.length > 0 && <Names title="Sans place" people={others} />}
    </div>
  );
};

const Names = ({ title, people }: { title: string; people: readonly ActionPerson[] }): VNode => (
  <section class="stack-s">
    <h3>{title}</h3>
    <ul class="stack-s">
      {people.map(({ id, name, status, proposedBy, reason }) => (
        <li key={id}>
          <b>{name}</b> <span class="soft">{participationLabels[status]}</span>
          <ProposedBy proposedBy={proposedBy} reason={reason} />
        </li>
      ))}
    </ul>
  </section>
);

const ProposedBy = ({ proposedBy, reason }: Pick<ActionPerson, "proposedBy" | "reason">): VNode | null =>
  proposedBy === null ? null : (
    <p class="small soft breakable">
      Proposé par {proposedBy}
      {reason && ` : « ${reason} »`}
    </p>
  );

const Person = ({
  person,
  action,
  today,
}: {
  person: ActionPerson;
  action: CollectiveAction;
  today: string;
}): VNode => (
  <Card as="li">
    <p class="row spread">
      <b>{person.name}</b>
      {person.phone && <PhoneLink phone={person.phone} />}
    </p>
    <ProposedBy proposedBy={person.proposedBy} reason={person.reason} />
    <p class="row small">
      {action.steps.map(({ id, kind }) => {
        const was = person.attendance.find(({ stepId }) => stepId === id)?.was;
        return was ? (
          <Tag key={id} tone={was === "present" ? "pine" : "plain"}>
            {stepLabels[kind]} : {attendanceLabels[was].toLowerCase()}
          </Tag>
        ) : null;
      })}
    </p>
    {momentsDue(action, today).map((moment) => (
      <ResultOf key={moment} person={person} action={action} moment={moment} />
    ))}
  </Card>
);

type ResultProps = { person: ActionPerson; action: CollectiveAction; moment: ResultMoment };

const ResultOf = ({ person, action, moment }: ResultProps): VNode => {
  const said = resultAt(person, moment);
  const label = `${momentLabels[moment]}, ${person.name}`;
  return (
    <Form action={`/bureau/actions/${action.id}/personnes/${person.id}/resultat`} hidden={{ moment }} class="row">
      <span class="small">{momentLabels[moment]}</span>
      <select name="outcome" aria-label={label} class="auto">
        {said === null && <option value="">À noter</option>}
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome} selected={outcome === said}>
            {outcomeLabels[outcome]}
          </option>
        ))}
      </select>
      <Button kind="plain" small label={`Noter : ${label}`}>
        Noter
      </Button>
    </Form>
  );
};
