import mongoose from "mongoose";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf, atMost } from "#server/platform/filter.ts";
import { InterviewFeedbackModel } from "#server/positionings/interview-feedback-model.ts";
import { type PositioningDocument, PositioningModel } from "#server/positionings/positioning-model.ts";
import { startOfDay } from "#shared/kernel/moment.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import {
  type FeedbackSide,
  feedbackPatienceDays,
  feedbackSides,
  feedbackWorthDays,
  isWorthAsking,
} from "#shared/positionings/interview-feedback.ts";
import { positioningStatuses } from "#shared/positionings/positioning-words.ts";

const dayMs = 86_400_000;
const askedAbout = positioningStatuses.filter((status) => feedbackSides.some((side) => isWorthAsking(side, status)));

/**
 * Each morning: both sides of every interview of the days before are asked, the silent ones reminded once, then put
 * on the telephone's list. Run twice, or after three days off, it asks nobody twice.
 */
export const askDueFeedback = async (): Promise<void> => {
  const startOfToday = startOfDay(today());
  const oldest = new Date(startOfToday.getTime() - feedbackWorthDays * dayMs);
  const past = PositioningModel.find({
    interviewAt: mongoose.trusted({ $gte: oldest, $lt: startOfToday }),
    status: anyOf(askedAbout),
  })
    .lean()
    .cursor();
  for await (const card of past)
    for (const side of feedbackSides) if (isWorthAsking(side, card.status)) await ask(card, side);
  await remindSilent();
};

/** One document a side and an interview: its unique index is what asks once. */
const ask = async (card: PositioningDocument, side: FeedbackSide): Promise<void> => {
  const key = { positioningId: card._id, interviewAt: card.interviewAt, side };
  const asked = await InterviewFeedbackModel.updateOne(
    key,
    {
      $setOnInsert: {
        accountId: card.accountId,
        askedAt: now(),
        remindedAt: null,
        callAt: null,
        calls: 0,
        closedAt: null,
        answeredAt: null,
        recordedBy: null,
        came: null,
        went: null,
        sequel: null,
        comment: null,
        effects: [owe("ask", "first")],
      },
    },
    { upsert: true },
  ).catch((error: unknown) => {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return null; // another run, just now
    throw error;
  });
  if (asked?.upsertedId) await enqueue(settleJob("interviewFeedback"), { id: String(asked.upsertedId) });
};

const remindSilent = async (): Promise<void> => {
  const before = new Date(now().getTime() - feedbackPatienceDays * dayMs + 3_600_000); // run a little early, it still counts
  const silent = InterviewFeedbackModel.find({ answeredAt: null, remindedAt: null, askedAt: atMost(before) })
    .lean()
    .cursor();
  for await (const { _id } of silent) {
    const reminded = await InterviewFeedbackModel.updateOne(
      { _id, answeredAt: null, remindedAt: null },
      {
        $set: { remindedAt: now(), callAt: new Date(now().getTime() + feedbackPatienceDays * dayMs) },
        $push: { effects: owe("ask", "again") },
      },
    );
    if (reminded.modifiedCount > 0) await enqueue(settleJob("interviewFeedback"), { id: String(_id) });
  }
};
