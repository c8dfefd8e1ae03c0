import type { VNode } from "preact";
import { CarefulComment } from "#client/accounts/careful-comment.tsx";
import { Button } from "#client/design/button.tsx";
import { Tag } from "#client/design/card.tsx";
import { Checkbox, choicesOf, Radios } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import { sayDay, sayList, sayShortDay } from "#client/kernel/say.tsx";
import type { FollowUp } from "#shared/positionings/positioning.ts";
import { followUpLabels, followUpResultLabels } from "./positioning-words.ts";

type Props = FormState & {
  followUps: readonly FollowUp[];
  next: FollowUp | null;
  action: string;
  version: number;
  today: string;
};

/** The three calls after a hiring, and the form of the next one. */
export const FollowUps = ({ followUps, next, action, version, today, typed, errors }: Props): VNode => (
  <div class="stack">
    <h3>Suivi dans l’emploi</h3>
    <ul class="stack-s">
      {followUps.map((one) => (
        <li key={one.kind} class="row">
          <b>{capital(followUpLabels[one.kind])}</b>
          <span class="small soft">le {sayDay(one.dueOn, today)}</span>
          <StateOf followUp={one} today={today} />
          {one.mediation && <Tag tone="saffron">médiation demandée</Tag>}
          <Missed days={one.missedOn ?? []} />
          {one.note && <span class="small breakable">{one.note}</span>}
        </li>
      ))}
    </ul>
    {next && (
      <Form action={action} hidden={{ kind: next.kind, version }}>
        <ErrorSummary errors={errors} />
        <Radios
          name="result"
          label={`${capital(followUpLabels[next.kind])} : qu’avez-vous appris ?`}
          choices={choicesOf(followUpResultLabels)}
          typed={typed}
          errors={errors}
        />
        <Checkbox
          name="mediation"
          label="Une médiation est demandée"
          hint="La carte revient dans « Aujourd’hui » jusqu’à une note ou une étape."
          typed={typed}
          errors={errors}
        />
        <CarefulComment
          name="note"
          label="Note (dites pourquoi, si le contrat s’est arrêté ou si une médiation est demandée)"
          required={false}
          typed={typed}
          errors={errors}
        />
        <Button>Noter ce point</Button>
      </Form>
    )}
  </div>
);

const Missed = ({ days }: { days: readonly string[] }): VNode | null =>
  days.length === 0 ? null : (
    <span class="small soft">
      {days.length === 1 ? "appel sans réponse le" : "appels sans réponse le"} {sayList(days.map(sayShortDay))}
    </span>
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const StateOf = ({ followUp, today }: { followUp: FollowUp; today: string }): VNode => {
  if (followUp.result) return <Tag tone="pine">{followUpResultLabels[followUp.result]}</Tag>;
  return followUp.dueOn < today ? <Tag tone="saffron">en retard</Tag> : <Tag>prévu</Tag>;
};
