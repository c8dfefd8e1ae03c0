import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { markContact } from "#server/accounts/retention-accounts.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { readLink } from "#server/platform/signed-link.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { FeedbackForm } from "#shared/positionings/feedback-contracts.ts";
import { type InterviewFeedback, mostFeedbackCalls } from "#shared/positionings/interview-feedback.ts";
import { readPositioning } from "./find-positioning.ts";
import { InterviewFeedbackModel, toFeedback } from "./interview-feedback-model.ts";
import { tellScreens } from "./move-positioning.ts";

/** What the mail's link is signed for. */
export const feedbackLink = "interview-feedback";

/** @throws gone when the link was not made by us, or what it asked about is no more */
export const findFeedbackByLink = async (token: string): Promise<InterviewFeedback> => {
  const id = readLink(feedbackLink, token);
  const found = id === null ? null : await InterviewFeedbackModel.findById(id).lean();
  if (!found) throw new Failure("gone", "feedback-is-over");
  return toFeedback(found);
};

export const findFeedback = async (feedbackId: string): Promise<InterviewFeedback> => {
  const found = await InterviewFeedbackModel.findById(feedbackId).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return toFeedback(found);
};

/** Answered from the mail's link; pressed twice, the first answer stands. */
export const answerFeedbackByLink = async (token: string, typed: FeedbackForm): Promise<InterviewFeedback> => {
  const feedback = await findFeedbackByLink(token);
  if (feedback.side === "candidate") await markContact(feedback.accountId);
  return record(feedback, typed, null);
};

/** Written down by staff, on the telephone. @throws conflict when the side answered in the meantime */
export const recordFeedback = async (
  actor: Member,
  feedbackId: string,
  typed: FeedbackForm,
): Promise<InterviewFeedback> => {
  const feedback = await findFeedback(feedbackId);
  if (feedback.answeredAt !== null) throw new Failure("conflict", "feedback-is-given");
  return record(feedback, typed, actor.accountId);
};

const record = async (
  feedback: InterviewFeedback,
  typed: FeedbackForm,
  recordedBy: string | null,
): Promise<InterviewFeedback> => {
  if (feedback.answeredAt !== null) return feedback;
  refuseUnanswered(typed);
  const isOfSomebodyElse = feedback.side === "employer" || recordedBy !== null;
  if (isOfSomebodyElse) refuseCareless({ field: "comment", text: typed.comment, sure: typed.sure });
  const tookPlace = typed.came === "yes";
  const answered = await InterviewFeedbackModel.findOneAndUpdate(
    { _id: feedback.id, answeredAt: null },
    {
      $set: {
        answeredAt: now(),
        recordedBy,
        came: typed.came,
        went: tookPlace ? typed.went : null,
        sequel: tookPlace ? typed.sequel : null,
        comment: typed.comment,
      },
      $push: { effects: owe("heard") },
    },
    { returnDocument: "after" },
  ).lean();
  if (!answered) return findFeedback(feedback.id);
  await enqueue(settleJob("interviewFeedback"), { id: feedback.id });
  await tellDesk(feedback);
  return toFeedback(answered);
};

/** Of an interview that took place, how it went and what follows are asked too. */
const refuseUnanswered = ({ came, went, sequel }: FeedbackForm): void => {
  if (came !== "yes") return;
  const fields = { ...(went ? {} : { went: "required" }), ...(sequel ? {} : { sequel: "required" }) };
  if (Object.keys(fields).length > 0) throw new Failure("invalid", "required", { fields });
};

/** Nobody took the call: again tomorrow; after the third, the question is dropped. Two presses are one call. */
export const missFeedbackCall = async (feedbackId: string): Promise<InterviewFeedback> => {
  const feedback = await findFeedback(feedbackId);
  if (feedback.callAt === null || new Date(feedback.callAt) > now()) return feedback;
  const calls = feedback.calls + 1;
  const missed = await InterviewFeedbackModel.findOneAndUpdate(
    { _id: feedbackId, answeredAt: null, closedAt: null, calls: feedback.calls },
    {
      $set: { callAt: new Date(now().getTime() + dayMs), closedAt: calls >= mostFeedbackCalls ? now() : null },
      $inc: { calls: 1 },
    },
    { returnDocument: "after" },
  ).lean();
  await tellDesk(feedback);
  return missed ? toFeedback(missed) : findFeedback(feedbackId);
};

const dayMs = 86_400_000;

const tellDesk = async ({ positioningId }: InterviewFeedback): Promise<void> => {
  const positioning = await readPositioning(positioningId);
  if (positioning) tellScreens(positioning);
};
