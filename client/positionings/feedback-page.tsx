import { Notice } from "#client/design/card.tsx";
import type { FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayMoment } from "#client/kernel/say.tsx";
import type { FeedbackFacts } from "./feedback-facts.ts";
import { FeedbackAnswer, FeedbackFields } from "./feedback-form.tsx";
import { fullName } from "./positioning-words.ts";

type Props = FormState & { feedback: FeedbackFacts; token: string; today: string };

/** Behind the mail's link, for the person or the company: one minute, no account. */
export const feedbackPage = ({ feedback, token, today, typed, errors }: Props): Page => ({
  title: "Votre entretien",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>{feedback.side === "candidate" ? "Votre entretien" : `L’entretien de ${fullName(feedback)}`}</h1>
      <p class="lead">
        {feedback.offerTitle}
        {feedback.side === "candidate" && `, ${feedback.companyName}`}
        <br />
        <span class="soft">{sayMoment(feedback.interviewAt, today)}</span>
      </p>
      {feedback.answeredAt === null ? (
        <>
          <p>
            {feedback.side === "candidate"
              ? "Trois questions. L’entreprise ne voit pas vos réponses."
              : "Trois questions. La personne ne voit pas vos réponses ici ; elle peut les demander au Département."}
          </p>
          <FeedbackFields
            feedback={feedback}
            action={`/retours-entretien/${token}`}
            byStaff={false}
            send="Envoyer ma réponse"
            typed={typed}
            errors={errors}
          />
        </>
      ) : (
        <>
          <Notice kind="done">
            <p>
              <b>Votre réponse est enregistrée. Merci.</b>
            </p>
            <p>Une erreur ? Appelez-nous, nous la corrigeons.</p>
          </Notice>
          <FeedbackAnswer feedback={feedback} />
        </>
      )}
    </div>
  ),
});
