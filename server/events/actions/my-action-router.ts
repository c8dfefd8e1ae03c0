import { actionNotices, actionWords } from "#client/events/actions/action-words.ts";
import { actionLinkPage, myActionsPage } from "#client/events/actions/my-actions-page.tsx";
import { countAttempt } from "#server/http/rate-limit.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { actionContracts } from "#shared/events/actions/action-contracts.ts";
import { answerActionByLink, answerMyAction } from "./answer-action.ts";
import { readActionByLink, readMyActions } from "./read-action.ts";

/** A person's side of actions. */
export const myActionRouter = routes(actionWords);

const perIp = { name: "action-ip", most: 120, minutes: 15 };

servePage(myActionRouter, actionContracts.linkPage, async ({ params: { token }, request }) => {
  await countAttempt(perIp, request.ip);
  return actionLinkPage({ mine: await readActionByLink(token), token, today: today() });
});

serveForm(myActionRouter, actionContracts.answerByLink, {
  handle: async ({ params, body, request }) => {
    await countAttempt(perIp, request.ip);
    await answerActionByLink(params.token, body.answer);
  },
  done: (_reply, { params, body }) => ({ to: `/actions/${params.token}`, notice: actionNotices[body.answer] }),
});

servePage(myActionRouter, actionContracts.minePage, async ({ actor }) =>
  myActionsPage({ actions: await readMyActions(actor), today: today() }),
);

serveForm(myActionRouter, actionContracts.answerMine, {
  handle: ({ actor, params, body }) => answerMyAction(actor, params.participationId, body.answer),
  done: (_reply, { body }) => ({ to: "/mes-actions", notice: actionNotices[body.answer] }),
});
