import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";
import type { Positioning } from "./positioning.ts";
import type { PositioningStatus } from "./positioning-words.ts";

/** Both are asked, each without seeing what the other says. */
export const feedbackSides = ["candidate", "employer"] as const;
export type FeedbackSide = (typeof feedbackSides)[number];

/** Did the interview take place; `moved` to another day by one of the two. */
export const feedbackComings = ["yes", "no", "moved"] as const;
export type FeedbackComing = (typeof feedbackComings)[number];

export const feedbackFeelings = ["good", "fair", "bad"] as const;
export type FeedbackFeeling = (typeof feedbackFeelings)[number];

/** What follows, as that side knows it: a hiring, another meeting, a choice still to come, nothing. */
export const feedbackSequels = ["hired", "again", "waiting", "no"] as const;
export type FeedbackSequel = (typeof feedbackSequels)[number];

/** What one side of one interview is asked the day after, and what it answered. */
export const InterviewFeedback = z.object({
  id: Id,
  positioningId: Id,
  /** The candidate, on both sides. */
  accountId: Id,
  side: z.enum(feedbackSides),
  interviewAt: z.iso.datetime(),
  askedAt: z.iso.datetime(),
  remindedAt: z.iso.datetime().nullable(),
  /** From then on somebody asks by telephone; null while mails do it. */
  callAt: z.iso.datetime().nullable(),
  /** Calls that nobody took. */
  calls: z.int(),
  closedAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** The member of staff who wrote it down; null when the side answered by itself. */
  recordedBy: Id.nullable(),
  came: z.enum(feedbackComings).nullable(),
  went: z.enum(feedbackFeelings).nullable(),
  sequel: z.enum(feedbackSequels).nullable(),
  comment: z.string().nullable(),
});
export type InterviewFeedback = z.infer<typeof InterviewFeedback>;

export type SaidOfInterview = Pick<InterviewFeedback, "came" | "sequel">;

/** In days after the last mail: the reminder, then the telephone. */
export const feedbackPatienceDays = 2;
/** Calls that nobody takes before the question is dropped. */
export const mostFeedbackCalls = 3;
/** An interview older than this is no longer asked about: nobody remembers it. */
export const feedbackWorthDays = 14;

/** Whether this side still knows something that the card does not say. */
export const isWorthAsking = (side: FeedbackSide, status: PositioningStatus): boolean =>
  side === "employer"
    ? status === "interviewPlanned" || status === "interviewed"
    : status === "interviewPlanned" || status === "interviewed" || status === "absent" || status === "selected";

const contradictions = ["came", "hired", "notTold"] as const;
export type Contradiction = (typeof contradictions)[number];

/**
 * Where the two sides say different things: one says the interview took place and the other not, one says hired
 * and the other not, or the company says no while the person still waits. Nothing while one of them is silent.
 */
export const contradictionOf = (
  candidate: SaidOfInterview | null,
  employer: SaidOfInterview | null,
): Contradiction | null => {
  if (!candidate?.came || !employer?.came) return null;
  if ((candidate.came === "yes") !== (employer.came === "yes")) return "came";
  if (candidate.came !== "yes") return null;
  if ((candidate.sequel === "hired") !== (employer.sequel === "hired")) return "hired";
  return employer.sequel === "no" && candidate.sequel !== "no" ? "notTold" : null;
};

const statusSays: Partial<Record<PositioningStatus, SaidOfInterview>> = {
  absent: { came: "no", sequel: null },
  interviewed: { came: "yes", sequel: "waiting" },
  selected: { came: "yes", sequel: "hired" },
  hired: { came: "yes", sequel: "hired" },
  refused: { came: "yes", sequel: "no" },
};

/** What the company says: its answer, else what the card tells of it. */
export const companySays = (
  answer: SaidOfInterview | null,
  { status }: Pick<Positioning, "status">,
): SaidOfInterview | null => (answer?.came ? answer : (statusSays[status] ?? null));
