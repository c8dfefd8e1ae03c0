import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, EmptyState, Notice } from "#client/design/card.tsx";
import { Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayMoment } from "#client/kernel/say.tsx";
import type { FeedbackCall, FeedbackCallLine } from "./feedback-facts.ts";
import { FeedbackAnswer, FeedbackFields } from "./feedback-form.tsx";
import { fullName } from "./positioning-words.ts";

const home = "/telephone/retours-entretien";

/** Whom to call about an interview: those whom two mails did not reach. */
export const feedbackCallsPage = ({ calls, today }: { calls: readonly FeedbackCallLine[]; today: string }): Page => ({
  title: "Retours d’entretien",
  section: "calls",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Retours d’entretien</h1>
      <p class="soft">Deux mails sont restés sans réponse. Un appel d’une minute suffit.</p>
      {calls.length === 0 ? (
        <EmptyState title="Personne à appeler">
          <p>Les demandes sans réponse arrivent ici, quatre jours après l’entretien.</p>
        </EmptyState>
      ) : (
        <ul class="stack">
          {calls.map((call) => (
            <Line key={call.id} call={call} today={today} />
          ))}
        </ul>
      )}
    </div>
  ),
});

const whoIs = (call: FeedbackCallLine): string =>
  call.side === "candidate" ? fullName(call) : `${call.companyName}, pour ${fullName(call)}`;

const Line = ({ call, today }: { call: FeedbackCallLine; today: string }): VNode => (
  <Card as="li">
    <p>
      <b>{whoIs(call)}</b>
      <br />
      <span class="soft">
        {call.offerTitle}, entretien du {sayMoment(call.interviewAt, today)}
        {call.calls > 0 && `, ${sayCount(call.calls, "appel sans réponse", "appels sans réponse")}`}
      </span>
    </p>
    <p>
      <ButtonLink href={`${home}/${call.id}`} kind="plain" label={`Appeler ${whoIs(call)}`}>
        Appeler
      </ButtonLink>
    </p>
  </Card>
);

type CallProps = FormState & { call: FeedbackCall; today: string };

/** One call: the numbers, the form, and what to press when nobody answers. */
export const feedbackCallPage = ({ call, today, typed, errors }: CallProps): Page => ({
  title: whoIs(call),
  section: "calls",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={[{ href: home, label: "Retours d’entretien" }]} here={whoIs(call)} />
      <h1>{whoIs(call)}</h1>
      <p class="lead">
        {call.offerTitle}
        <br />
        <span class="soft">Entretien du {sayMoment(call.interviewAt, today)}</span>
      </p>
      {call.answeredAt === null ? <ToFill call={call} typed={typed} errors={errors} /> : <Given call={call} />}
    </div>
  ),
});

const ToFill = ({ call, typed, errors }: Omit<CallProps, "today">): VNode => (
  <>
    <Reach call={call} />
    <FeedbackFields
      feedback={call}
      action={`${home}/${call.id}`}
      byStaff
      send="Noter la réponse"
      typed={typed}
      errors={errors}
    />
    {call.closedAt === null && (
      <Form action={`${home}/${call.id}/sans-reponse`}>
        <Button kind="plain">Personne n’a répondu</Button>
      </Form>
    )}
  </>
);

const Reach = ({ call }: { call: FeedbackCall }): VNode =>
  call.reach.length === 0 ? (
    <Notice>
      <p>
        <b>Aucun numéro.</b> Personne dans cette entreprise n’a accepté d’être appelé.
      </p>
    </Notice>
  ) : (
    <ul class="stack-s">
      {call.reach.map(({ name, phone }) => (
        <li key={name}>
          <b>{name}</b> : {phone ? <PhoneLink phone={phone} /> : "aucun numéro"}
        </li>
      ))}
    </ul>
  );

const Given = ({ call }: { call: FeedbackCall }): VNode => (
  <>
    <Notice kind="done">
      <p>La réponse est là. Il n’y a plus rien à noter.</p>
    </Notice>
    <FeedbackAnswer feedback={call} />
  </>
);
