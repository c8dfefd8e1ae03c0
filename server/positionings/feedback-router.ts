import { feedbackCallPage, feedbackCallsPage } from "#client/positionings/feedback-calls-page.tsx";
import { feedbackPage } from "#client/positionings/feedback-page.tsx";
import { feedbackNotices, feedbackWords } from "#client/positionings/feedback-words.ts";
import { recordReading } from "#server/accounts/record-audit.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { feedbackContracts } from "#shared/positionings/feedback-contracts.ts";
import { answerFeedbackByLink, missFeedbackCall, recordFeedback } from "./answer-feedback.ts";
import { readFeedbackByLink, readFeedbackCall, readFeedbackCalls } from "./read-feedback.ts";

export const feedbackRouter = routes(feedbackWords);

/** Enough for a company that saw many people; not for a machine that tries links. */
const perIp = { name: "feedback-ip", most: 120, minutes: 15 };
const calls = "/telephone/retours-entretien";
const nothingTyped = { typed: {}, errors: {} } as const;

servePage(feedbackRouter, feedbackContracts.feedbackPage, async ({ params: { token }, request }) => {
  await countAttempt(perIp, request.ip);
  return feedbackPage({ feedback: await readFeedbackByLink(token), token, today: today(), ...nothingTyped });
});

serveForm(feedbackRouter, feedbackContracts.answerFeedback, {
  handle: async ({ params, body, request }) => {
    await countAttempt(perIp, request.ip);
    return answerFeedbackByLink(params.token, body);
  },
  done: (_reply, { params }) => ({ to: `/retours-entretien/${params.token}`, notice: feedbackNotices.answered }),
  again: async ({ params: { token } }, { typed, errors }) =>
    feedbackPage({ feedback: await readFeedbackByLink(token), token, today: today(), typed, errors }),
});

servePage(feedbackRouter, feedbackContracts.callsPage, async () =>
  feedbackCallsPage({ calls: await readFeedbackCalls(), today: today() }),
);

servePage(feedbackRouter, feedbackContracts.callPage, async ({ actor, params }) => {
  const call = await readFeedbackCall(params.feedbackId);
  await recordReading(actor, call.accountId, "positioning");
  return feedbackCallPage({ call, today: today(), ...nothingTyped });
});

serveForm(feedbackRouter, feedbackContracts.recordFeedback, {
  handle: ({ actor, params, body }) => recordFeedback(actor, params.feedbackId, body),
  done: () => ({ to: calls, notice: feedbackNotices.recorded }),
  again: async ({ params }, { typed, errors }) =>
    feedbackCallPage({ call: await readFeedbackCall(params.feedbackId), today: today(), typed, errors }),
});

serveForm(feedbackRouter, feedbackContracts.missedCall, {
  handle: ({ params }) => missFeedbackCall(params.feedbackId),
  done: ({ closedAt }) => ({ to: calls, notice: closedAt ? feedbackNotices.dropped : feedbackNotices.missed }),
});
