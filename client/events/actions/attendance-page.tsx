import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { attendanceValue } from "#shared/events/actions/action-contracts.ts";
import { type ActionStep, attendances, type CollectiveAction } from "#shared/events/actions/collective-action.ts";
import type { ActionPerson } from "./action-facts.ts";
import { attendanceLabels, stepLabels } from "./action-words.ts";

type Props = FormState & {
  action: CollectiveAction;
  step: ActionStep;
  people: readonly ActionPerson[];
  today: string;
};

/** Who came to a step: a line a person, one press for all. */
export const attendancePage = ({ action, step, people, today, errors }: Props): Page => ({
  title: `Présences, ${stepLabels[step.kind]}`,
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb
        links={[
          { href: "/bureau/actions", label: "Actions collectives" },
          { href: `/bureau/actions/${action.id}`, label: action.title },
        ]}
        here={stepLabels[step.kind]}
      />
      <h1>{stepLabels[step.kind]}</h1>
      <p class="soft">
        {sayDay(step.day, today)}
        {step.place && `, ${step.place}`}
      </p>
      <ErrorSummary errors={errors} />
      {people.length === 0 ? (
        <EmptyState title="Personne n’a de place">
          <p>Les personnes qui disent oui apparaissent ici.</p>
        </EmptyState>
      ) : (
        <Form action={`/bureau/actions/${action.id}/etapes/${step.id}`}>
          {people.map((person) => (
            <One key={person.id} person={person} stepId={step.id} />
          ))}
          <Button>Noter les présences</Button>
        </Form>
      )}
    </div>
  ),
});

const One = ({ person, stepId }: { person: ActionPerson; stepId: string }): VNode => {
  const was = person.attendance.find((one) => one.stepId === stepId)?.was;
  return (
    <div class="field">
      <label for={`presence-${person.id}`}>{person.name}</label>
      <select name="people" id={`presence-${person.id}`}>
        <option value="">À noter</option>
        {attendances.map((attendance) => (
          <option key={attendance} value={attendanceValue(person.id, attendance)} selected={was === attendance}>
            {attendanceLabels[attendance]}
          </option>
        ))}
      </select>
    </div>
  );
};
