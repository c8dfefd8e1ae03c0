import { feedbackItem } from "#client/positionings/feedback-items.ts";
import type { DeskItem } from "#client/positionings/today-page.tsx";
import { now } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import { taskOfFeedback } from "#shared/positionings/feedback-tasks.ts";
import { describeCards } from "./describe-cards.ts";
import { InterviewFeedbackModel, toFeedback } from "./interview-feedback-model.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

const recentMs = 60 * 86_400_000;
const mostRead = 500;

/** What the answers of both sides ask of an officer, a line a card. */
export const feedbackItems = async (mine: Record<string, unknown>): Promise<DeskItem[]> => {
  const recent = new Date(now().getTime() - recentMs);
  const answered = await InterviewFeedbackModel.find({ answeredAt: atLeast(recent) })
    .limit(mostRead)
    .lean();
  const answers = answered.map(toFeedback);
  const ids = [...new Set(answers.map(({ positioningId }) => positioningId))];
  const positionings = (await PositioningModel.find({ ...mine, _id: anyOf(ids) }).lean()).map(toPositioning);
  const asked = positionings.flatMap((positioning) => {
    const about = answers.filter(({ positioningId }) => positioningId === positioning.id);
    const task = taskOfFeedback(positioning, about);
    const since = about.map(({ answeredAt }) => answeredAt ?? "").sort()[0] ?? positioning.statusAt;
    return task ? { positioning, task, since } : [];
  });
  const cards = await describeCards(asked.map(({ positioning }) => positioning));
  return asked.flatMap(({ task, since }, index) => {
    const card = cards[index];
    return card ? feedbackItem(card, task, since) : [];
  });
};
