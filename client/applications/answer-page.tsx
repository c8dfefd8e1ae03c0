import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { choicesOf, Radios, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { MomentField, TextArea } from "#client/kernel/text-fields.tsx";
import type { RefusalReason } from "#shared/applications/application.ts";
import type { Answer } from "#shared/applications/application-answers.ts";
import { longestMessage } from "#shared/applications/application-contracts.ts";
import type { ReceivedApplication } from "#shared/applications/application-sights.ts";
import { refusalReasonLabels } from "./application-words.ts";
import { readyText } from "./ready-texts.ts";

export type AnswerProps = FormState & {
  application: ReceivedApplication;
  answer: Answer;
  reason: RefusalReason | null;
  /** Who answers: signs the ready text. */
  signature: string;
  /** False when it was withdrawn or answered meanwhile: the words typed stay, the button goes. */
  possible: boolean;
};

const titles: Record<Answer, string> = {
  entretien: "Proposer un entretien",
  accord: "Retenir cette personne",
  refus: "Refuser avec un mot",
};

export const answerPage = (props: AnswerProps): Page => {
  const { application, answer } = props;
  const name = `${application.firstName} ${application.lastName}`;
  return {
    title: `${titles[answer]} : ${name}`,
    section: "received",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb
          links={[
            { href: "/employeur/candidatures", label: "Candidatures reçues" },
            { href: `/employeur/candidatures/${application.id}`, label: name },
          ]}
          here={titles[answer]}
        />
        <h1>{titles[answer]}</h1>
        <p class="lead">
          {name}, pour « {application.offer.title} »
        </p>
        {answer === "refus" && props.reason === null && !("text" in props.typed) ? (
          <ReasonFirst {...props} />
        ) : (
          <AnswerForm {...props} />
        )}
      </div>
    ),
  };
};

/** The reason chooses the ready text; without script, that takes a page. */
const ReasonFirst = ({ application, answer, typed, errors }: AnswerProps): VNode => (
  <Form action={`/employeur/candidatures/${application.id}/reponse/${answer}`} method="get">
    <Radios
      name="motif"
      label="Pour quelle raison ?"
      hint={`${application.firstName} lira cette raison avec votre texte.`}
      choices={choicesOf(refusalReasonLabels)}
      typed={typed}
      errors={errors}
    />
    <Button>Préparer la réponse</Button>
  </Form>
);

const AnswerForm = ({ application, answer, reason, signature, possible, typed, errors }: AnswerProps): VNode => {
  const shown = {
    text: readyText({ answer, reason, signature, ...about(application) }),
    reason: reason ?? "",
    ...typed,
  };
  const state = { typed: shown, errors };
  return (
    <>
      <ErrorSummary errors={errors} />
      <Form
        action={`/employeur/candidatures/${application.id}/reponse/${answer}`}
        hidden={{ from: application.status }}
        warnUnsaved
      >
        {answer === "refus" && (
          <Select
            name="reason"
            label="Raison"
            choices={choicesOf(refusalReasonLabels)}
            empty="Choisissez une raison"
            {...state}
          />
        )}
        {answer === "entretien" && (
          <MomentField
            name="interviewAt"
            label="Jour et heure de l’entretien"
            hint="Laissez vide si vous les fixez ensemble."
            required={false}
            {...state}
          />
        )}
        <TextArea
          name="text"
          label={`Votre texte pour ${application.firstName}`}
          hint="Changez ce que vous voulez avant de l’envoyer."
          rows={10}
          maxLength={longestMessage}
          {...state}
        />
        <p class="soft">{application.firstName} le lit par mail et sur le site, tout de suite.</p>
        {possible ? (
          <Button>Envoyer cette réponse</Button>
        ) : (
          <ButtonLink href={`/employeur/candidatures/${application.id}`}>Revenir à la candidature</ButtonLink>
        )}
      </Form>
    </>
  );
};

const about = ({ firstName, offer }: ReceivedApplication) => ({ firstName, title: offer.title });
