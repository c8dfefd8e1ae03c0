import type { VNode } from "preact";
import { CarefulComment } from "#client/accounts/careful-comment.tsx";
import { Button } from "#client/design/button.tsx";
import { Facts } from "#client/design/card.tsx";
import { choicesOf, Radios } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import type { FeedbackFacts } from "./feedback-facts.ts";
import { feedbackFeelings, feedbackLabels } from "./feedback-words.ts";

type Props = FormState & {
  feedback: FeedbackFacts;
  action: string;
  /** Staff write for somebody: the rule of comments is beside the box. */
  byStaff: boolean;
  send: string;
};

/** Three questions and a box that may stay empty: a minute, on any telephone. */
export const FeedbackFields = ({ feedback, action, byStaff, send, typed, errors }: Props): VNode => {
  const labels = feedbackLabels[feedback.side];
  const comment = {
    name: "comment",
    label: "Autre chose à nous dire ?",
    required: false,
    typed,
    errors,
    maxLength: 500,
  } as const;
  return (
    <Form action={action}>
      <ErrorSummary errors={errors} />
      <Radios
        name="came"
        label="L’entretien a-t-il eu lieu ?"
        choices={choicesOf(labels.came)}
        typed={typed}
        errors={errors}
      />
      <Radios
        name="went"
        label="Si oui, comment cela s’est-il passé ?"
        choices={choicesOf(feedbackFeelings)}
        required={false}
        typed={typed}
        errors={errors}
      />
      <Radios
        name="sequel"
        label="Et maintenant ?"
        choices={choicesOf(labels.sequel)}
        required={false}
        typed={typed}
        errors={errors}
      />
      {feedback.side === "employer" || byStaff ? <CarefulComment {...comment} /> : <TextArea {...comment} rows={2} />}
      <Button>{send}</Button>
    </Form>
  );
};

/** What was answered, read again by whoever answered it. */
export const FeedbackAnswer = ({ feedback }: { feedback: FeedbackFacts }): VNode => {
  const labels = feedbackLabels[feedback.side];
  return (
    <Facts
      facts={[
        ["L’entretien a eu lieu", feedback.came ? labels.came[feedback.came] : "sans réponse"],
        ...(feedback.went ? [["Comment", feedbackFeelings[feedback.went]] as const] : []),
        ...(feedback.sequel ? [["Et maintenant", labels.sequel[feedback.sequel]] as const] : []),
        ...(feedback.comment ? [["Autre chose", feedback.comment] as const] : []),
      ]}
    />
  );
};
