import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, flag, optionalChoice, optionalText } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { feedbackComings, feedbackFeelings, feedbackSequels } from "./interview-feedback.ts";

const callers = ["phoneAgent", "officer", "admin"] as const;
const Token = z.object({ token: z.string().min(10).max(200) });
const FeedbackParams = z.object({ feedbackId: Id });

/** How it went and what follows are asked only of an interview that took place: the use-case checks. */
export const FeedbackForm = z.object({
  came: choice(feedbackComings),
  went: optionalChoice(feedbackFeelings),
  sequel: optionalChoice(feedbackSequels),
  comment: plainText(optionalText({ max: 500 })),
  sure: flag(),
});
export type FeedbackForm = z.infer<typeof FeedbackForm>;

/** The one-minute form of the day after an interview, and the calls to those who did not fill it in. */
export const feedbackContracts = {
  feedbackPage: contract({
    method: "get",
    path: "/retours-entretien/:token",
    access: "anyone",
    summary: "How an interview went, behind the mail's signed link: looking consumes nothing",
    params: Token,
    reply: "page",
  }),
  answerFeedback: contract({
    method: "post",
    path: "/retours-entretien/:token",
    access: "anyone",
    summary: "Say how an interview went, from the mail's link, without signing in",
    params: Token,
    body: FeedbackForm,
    reply: "page",
  }),
  callsPage: contract({
    method: "get",
    path: "/telephone/retours-entretien",
    access: callers,
    summary: "Whom to call about an interview, the longest wait first",
    reply: "page",
  }),
  callPage: contract({
    method: "get",
    path: "/telephone/retours-entretien/:feedbackId",
    access: callers,
    summary: "One call: whom, which interview, and the form to fill in with them",
    params: FeedbackParams,
    reply: "page",
  }),
  recordFeedback: contract({
    method: "post",
    path: "/telephone/retours-entretien/:feedbackId",
    access: callers,
    summary: "Write down what was said of an interview by telephone",
    params: FeedbackParams,
    body: FeedbackForm,
    reply: "page",
  }),
  missedCall: contract({
    method: "post",
    path: "/telephone/retours-entretien/:feedbackId/sans-reponse",
    access: callers,
    summary: "Nobody answered: call again tomorrow, three times at most",
    params: FeedbackParams,
    reply: "page",
  }),
} as const;
