import { Types } from "mongoose";
import { today } from "#server/platform/clock.ts";
import type { AccompanimentDocument } from "#server/positionings/accompaniment-model.ts";
import type { InterviewFeedbackDocument } from "#server/positionings/interview-feedback-model.ts";
import type { PositioningDocument } from "#server/positionings/positioning-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { FeedbackSide } from "#shared/positionings/interview-feedback.ts";
import { daysAgo } from "./demo-companies.ts";

type Given = { readonly positionings: readonly PositioningDocument[]; readonly counsellorId: Types.ObjectId };

/** The days after interviews: two sides that contradict each other, a company to call; and a counsellor's people. */
export const demoFollowed = ({ positionings, counsellorId }: Given) => ({
  feedback: demoFeedback(positionings),
  accompaniments: demoAccompaniments(positionings, counsellorId),
});

const demoFeedback = (positionings: readonly PositioningDocument[]): InterviewFeedbackDocument[] => {
  const [first, second] = positionings.filter(({ status }) => status === "interviewed");
  const late = [first, second].flatMap((card, at) =>
    card ? { card, interviewAt: interviewOn(card, at === 0 ? 2 : 6) } : [],
  );
  return late.flatMap(({ card, interviewAt }, at) =>
    at === 0
      ? [
          asked(card, "candidate", interviewAt, {
            went: "good",
            sequel: "hired",
            comment: "On m’a dit que c’était bon.",
          }),
          asked(card, "employer", interviewAt, { went: "fair", sequel: "waiting", comment: null }),
        ]
      : [asked(card, "candidate", interviewAt, null), asked(card, "employer", interviewAt, null)],
  );
};

/** The card's interview, moved to some days ago. */
const interviewOn = (card: PositioningDocument, days: number): Date => {
  const at = new Date(`${addDays(today(), -days)}T08:30:00Z`);
  card.interviewAt = at;
  return at;
};

type Said = Pick<InterviewFeedbackDocument, "went" | "sequel" | "comment">;

const asked = (
  card: PositioningDocument,
  side: FeedbackSide,
  interviewAt: Date,
  said: Said | null,
): InterviewFeedbackDocument => ({
  _id: new Types.ObjectId(),
  positioningId: card._id,
  accountId: card.accountId,
  side,
  interviewAt,
  askedAt: daysAgo(said ? 1 : 5, 9),
  remindedAt: said ? null : daysAgo(3, 9),
  callAt: said ? null : daysAgo(1, 9),
  calls: said || side === "candidate" ? 0 : 1,
  closedAt: null,
  answeredAt: said ? daysAgo(0, 7) : null,
  recordedBy: null,
  came: said ? "yes" : null,
  went: said?.went ?? null,
  sequel: said?.sequel ?? null,
  comment: said?.comment ?? null,
  effects: [],
});

/** Three people who said yes, one who has not answered. */
const demoAccompaniments = (
  positionings: readonly PositioningDocument[],
  counsellorId: Types.ObjectId,
): AccompanimentDocument[] => {
  const people = [...new Map(positionings.map((card) => [card.accountId.toHexString(), card.accountId])).values()];
  return people.slice(0, 4).map((accountId, at) => ({
    _id: new Types.ObjectId(),
    accountId,
    counsellorId,
    status: at === 0 ? ("asked" as const) : ("accepted" as const),
    askedAt: daysAgo(at === 0 ? 1 : 20 + at, 9),
    statusAt: daysAgo(at === 0 ? 1 : 18 + at, 9),
    effects: [],
  }));
};
