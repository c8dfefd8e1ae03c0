import type { VNode } from "preact";
import { Card, Notice } from "#client/design/card.tsx";
import { sayMoment } from "#client/kernel/say.tsx";
import type { Contradiction, InterviewFeedback } from "#shared/positionings/interview-feedback.ts";
import { contradictionLabels, feedbackFeelings, feedbackLabels, feedbackSideLabels } from "./feedback-words.ts";

export type CardFeedback = {
  readonly answers: readonly InterviewFeedback[];
  readonly contradiction: Contradiction | null;
};

/** What each side said of the last interview, side by side; nothing before it was asked. */
export const FeedbackPart = ({ answers, contradiction, today }: CardFeedback & { today: string }): VNode | null =>
  answers.length === 0 ? null : (
    <Card as="section">
      <h2 class="h3" id="retours">
        Retours d’entretien
      </h2>
      {contradiction && (
        <Notice>
          <p>
            <b>Les deux retours se contredisent.</b> {contradictionLabels[contradiction]}
          </p>
          <p class="small">Appelez-les. Une étape ou une note règle la question.</p>
        </Notice>
      )}
      {answers.map((one) => (
        <Side key={one.id} feedback={one} today={today} />
      ))}
    </Card>
  );

const Side = ({ feedback, today }: { feedback: InterviewFeedback; today: string }): VNode => (
  <p class="small">
    <b>{feedbackSideLabels[feedback.side]}</b>{" "}
    {feedback.answeredAt === null ? (
      <>
        <span class="soft">
          {feedback.closedAt === null ? "n’a pas encore répondu" : "n’a pas répondu, après deux mails et trois appels"}.
        </span>{" "}
        <a href={`/telephone/retours-entretien/${feedback.id}`}>Noter sa réponse</a>
      </>
    ) : (
      <>
        <span class="soft">
          {sayMoment(feedback.answeredAt, today)}
          {feedback.recordedBy !== null && ", par téléphone"}
        </span>
        <br />
        {sayAnswers(feedback)}
        {feedback.comment && (
          <>
            <br />
            <span class="preline breakable">« {feedback.comment} »</span>
          </>
        )}
      </>
    )}
  </p>
);

const sayAnswers = ({ side, came, went, sequel }: InterviewFeedback): string =>
  [
    came && `Entretien : ${feedbackLabels[side].came[came].toLowerCase()}`,
    went && feedbackFeelings[went].toLowerCase(),
    sequel && feedbackLabels[side].sequel[sequel].toLowerCase(),
  ]
    .filter(Boolean)
    .join(" ; ");
