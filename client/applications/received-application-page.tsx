import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Notice } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayAgo, sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { Answer } from "#shared/applications/application-answers.ts";
import type { Applicant, ReceivedApplication } from "#shared/applications/application-sights.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { ApplicantCv } from "./applicant-cv.tsx";
import { sayInterview } from "./application-track.tsx";
import { receivedStatusLabels, refusalReasonLabels } from "./application-words.ts";

type ReceivedApplicationProps = {
  application: ReceivedApplication;
  /** Null once the person took their application back. */
  applicant: { contact: Applicant; cv: Cv | null } | null;
  /** What may be answered now. */
  answers: readonly Answer[];
  today: Day;
};

export const receivedApplicationPage = (props: ReceivedApplicationProps): Page => {
  const name = `${props.application.firstName} ${props.application.lastName}`;
  return {
    title: `Candidature de ${name}`,
    section: "received",
    robots: "noindex",
    body: (
      <div class="wrap body stack-l">
        <div class="stack">
          <Breadcrumb links={[{ href: "/employeur/candidatures", label: "Candidatures reçues" }]} here={name} />
          <h1>{name}</h1>
          <p class="meta">
            <a href={`/employeur/candidatures?offre=${props.application.offer.reference}`}>
              {props.application.offer.title}
            </a>
            <span>{props.application.offer.communeName}</span>
            <span>Reçue {sayAgo(props.application.sentOn, props.today)}</span>
          </p>
        </div>
        {props.application.status === "new" ? <Unread application={props.application} /> : <Opened {...props} />}
      </div>
    ),
  };
};

const Unread = ({ application }: { application: ReceivedApplication }): VNode => (
  <Card tone="saffron" as="section">
    <h2 class="h3">Pas encore lue</h2>
    <p>En l’ouvrant, vous voyez le CV et le message. {application.firstName} saura que vous l’avez lue.</p>
    <Form action={`/employeur/candidatures/${application.id}/lecture`}>
      <Button>Lire la candidature</Button>
    </Form>
  </Card>
);

const Opened = ({ application, applicant, answers, today }: ReceivedApplicationProps): VNode => (
  <div class="split">
    <div class="stack-l">
      {applicant ? (
        <>
          <section class="stack-m">
            <h2>Son message</h2>
            {application.message ? (
              <Card>
                <p class="preline">{application.message}</p>
              </Card>
            ) : (
              <p class="soft">Cette personne a envoyé son CV, sans message.</p>
            )}
          </section>
          <section class="stack-m">
            <h2>Son CV</h2>
            {applicant.cv ? <ApplicantCv cv={applicant.cv} /> : <p>Cette personne a retiré son CV.</p>}
          </section>
        </>
      ) : (
        <Notice>
          <p>Cette personne a retiré sa candidature. Son message et son CV ne sont plus visibles.</p>
        </Notice>
      )}
    </div>
    <aside class="stack-l">
      {answers.length > 0 && <Answers id={application.id} answers={answers} />}
      {applicant && <Contact contact={applicant.contact} />}
      <State application={application} today={today} />
    </aside>
  </div>
);

const answerButtons = {
  entretien: { words: "Proposer un entretien", kind: "primary" },
  accord: { words: "Retenir cette personne", kind: "second" },
  refus: { words: "Refuser avec un mot", kind: "plain" },
} as const satisfies Record<Answer, object>;

const Answers = ({ id, answers }: { id: string; answers: readonly Answer[] }): VNode => (
  <section class="stack-s">
    <h2>Votre réponse</h2>
    {answers.map((answer) => (
      <p key={answer}>
        <ButtonLink href={`/employeur/candidatures/${id}/reponse/${answer}`} kind={answerButtons[answer].kind} wide>
          {answerButtons[answer].words}
        </ButtonLink>
      </p>
    ))}
    <p class="small soft">Vous relisez un texte prêt avant qu’il parte.</p>
  </section>
);

const Contact = ({ contact }: { contact: Applicant }): VNode => (
  <section class="stack-s">
    <h2>Joindre cette personne</h2>
    <p class="breakable">
      <a href={`mailto:${contact.email}`}>{contact.email}</a>
    </p>
    {contact.phone && (
      <p>
        <PhoneLink phone={contact.phone} />
      </p>
    )}
  </section>
);

const State = ({ application, today }: { application: ReceivedApplication; today: Day }): VNode => (
  <section class="stack-s">
    <h2>Où en est-on</h2>
    <ol class="thread">
      {application.steps.map(({ status, at }) => (
        <li key={at}>
          <b>{status === "new" ? "Reçue" : receivedStatusLabels[status]}</b>{" "}
          <span class="soft">{sayMoment(at, today)}</span>
        </li>
      ))}
    </ol>
    {application.status === "interview" && <p>Entretien : {sayInterview(application.interviewAt, today)}</p>}
    {application.refusalReason && <p>Raison : {refusalReasonLabels[application.refusalReason]}.</p>}
    {application.answerText && (
      <>
        <p class="small soft">Votre dernier message :</p>
        <p class="preline small">{application.answerText}</p>
      </>
    )}
    {application.nextDeadline && (
      <p class="soft">Votre réponse est attendue avant le {sayDay(application.nextDeadline, today)}.</p>
    )}
  </section>
);
