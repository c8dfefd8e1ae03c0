import type { InterviewFeedback } from "#shared/positionings/interview-feedback.ts";

/** One interview, as one side's form tells it. */
export type FeedbackFacts = InterviewFeedback & {
  readonly firstName: string;
  readonly lastName: string;
  readonly offerTitle: string;
  readonly companyName: string;
};

export type FeedbackCallLine = FeedbackFacts;

export type FeedbackCall = FeedbackFacts & {
  readonly reach: readonly { readonly name: string; readonly phone: string | null }[];
};
