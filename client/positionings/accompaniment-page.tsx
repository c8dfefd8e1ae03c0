import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { EmailField } from "#client/kernel/text-fields.tsx";
import type { AccompaniedLine } from "./accompaniment-facts.ts";
import { sayUnderWay } from "./accompaniment-words.ts";

type Props = FormState & { people: readonly AccompaniedLine[] };

/** A counsellor's home: the people they accompany, and the form that asks another. */
export const accompanimentPage = ({ people, typed, errors }: Props): Page => ({
  title: "Mes accompagnements",
  section: "accompaniment",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <h1>Les personnes que vous accompagnez</h1>
      <div class="split">
        <div class="stack">{people.length === 0 ? <NobodyYet /> : <Accepted people={people} />}</div>
        <aside>
          <Ask typed={typed} errors={errors} />
        </aside>
      </div>
    </div>
  ),
});

const NobodyYet = (): VNode => (
  <EmptyState title="Personne pour le moment">
    <p>Demandez à une personne de l’accompagner : elle répond oui ou non, par mail.</p>
  </EmptyState>
);

const Accepted = ({ people }: { people: readonly AccompaniedLine[] }): VNode => (
  <ul class="stack">
    {people.map((line) => (
      <Card key={line.id} as="li">
        <p>
          <b>{line.name}</b>
          <br />
          <span class="soft">{sayUnderWay(line)}</span>
        </p>
        <p>
          <ButtonLink href={`/accompagnement/${line.id}`} kind="plain" small label={`Ouvrir ${line.name}`}>
            Ouvrir
          </ButtonLink>
        </p>
      </Card>
    ))}
  </ul>
);

const Ask = ({ typed, errors }: FormState): VNode => (
  <Card as="section">
    <h2 class="h3">Accompagner une personne</h2>
    <Form action="/accompagnement" class="stack-s">
      <ErrorSummary errors={errors} />
      <EmailField
        name="email"
        label="Son adresse mail"
        hint="Elle reçoit votre demande, avec votre nom. Vous ne voyez rien avant son oui."
        typed={typed}
        errors={errors}
      />
      <Button>Envoyer la demande</Button>
    </Form>
  </Card>
);
