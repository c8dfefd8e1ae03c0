import { now } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import { taskOfFeedback } from "#shared/positionings/feedback-tasks.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { InterviewFeedbackModel, toFeedback } from "./interview-feedback-model.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

const recentMs = 60 * 86_400_000;
const mostRead = 500;

export type AskedByFeedback = {
  readonly positioning: Positioning;
  readonly task: NonNullable<ReturnType<typeof taskOfFeedback>>;
  readonly since: string;
};

/** What the answers of both sides ask of an officer, once a card. */
export const askedByFeedback = async (mine: Record<string, unknown>): Promise<AskedByFeedback[]> => {
  const recent = new Date(now().getTime() - recentMs);
  const answered = await InterviewFeedbackModel.find({ answeredAt: atLeast(recent) })
    .limit(mostRead)
    .lean();
  const answers = answered.map(toFeedback);
  const ids = [...new Set(answers.map(({ positioningId }) => positioningId))];
  if (ids.length === 0) return [];
  const positionings = (await PositioningModel.find({ ...mine, _id: anyOf(ids) }).lean()).map(toPositioning);
  return positionings.flatMap((positioning) => {
    const about = answers.filter(({ positioningId }) => positioningId === positioning.id);
    const task = taskOfFeedback(positioning, about);
    const since = about.map(({ answeredAt }) => answeredAt ?? "").sort()[0] ?? positioning.statusAt;
    return task ? { positioning, task, since } : [];
  });
};
