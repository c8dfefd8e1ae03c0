import {
  type Contradiction,
  companySays,
  contradictionOf,
  type InterviewFeedback,
  type SaidOfInterview,
} from "./interview-feedback.ts";
import type { Positioning } from "./positioning.ts";

const feedbackTasks = ["contradiction", "hire", "refuse", "meetAgain", "newDate", "confirmHire"] as const;
export type FeedbackTask = (typeof feedbackTasks)[number];

type Card = Pick<Positioning, "status" | "steps" | "interviewAt">;

export type AskedByFeedback = { readonly task: FeedbackTask; readonly contradiction: Contradiction | null };

/**
 * What the answers about a card's last interview ask of its officer. Nothing once somebody has moved the card, or
 * written a note on it, after the last answer.
 */
export const taskOfFeedback = (card: Card, answers: readonly InterviewFeedback[]): AskedByFeedback | null => {
  const given = answers.filter(
    ({ answeredAt, interviewAt }) => answeredAt !== null && interviewAt === card.interviewAt,
  );
  const last = given.reduce((latest, { answeredAt }) => (answeredAt && answeredAt > latest ? answeredAt : latest), "");
  if (last === "" || card.steps.some(({ at, by }) => by !== null && at > last)) return null;
  const of = (side: InterviewFeedback["side"]) => given.find((one) => one.side === side) ?? null;
  const contradiction = contradictionOf(of("candidate"), companySays(of("employer"), card));
  if (contradiction) return { task: "contradiction", contradiction };
  const task = employerAsks(of("employer"), card) ?? candidateAsks(of("candidate"), card);
  return task && { task, contradiction: null };
};

const isDecided = ({ status }: Card): boolean => status === "selected" || status === "hired" || status === "refused";

const employerAsks = (said: SaidOfInterview | null, card: Card): FeedbackTask | null => {
  if (!said || isDecided(card)) return null;
  if (said.came === "moved") return "newDate";
  if (said.sequel === "hired") return "hire";
  if (said.sequel === "no") return "refuse";
  return said.sequel === "again" ? "meetAgain" : null;
};

const candidateAsks = (said: SaidOfInterview | null, card: Card): FeedbackTask | null => {
  if (!said || isDecided(card)) return null;
  if (said.came === "moved") return "newDate";
  return said.sequel === "hired" ? "confirmHire" : null;
};
