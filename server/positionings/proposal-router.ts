import { positioningWords } from "#client/positionings/positioning-words.ts";
import { myProposalsPage, proposalPage } from "#client/positionings/proposal-page.tsx";
import { proposalNotices } from "#client/positionings/proposal-words.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { proposalContracts } from "#shared/positionings/proposal-contracts.ts";
import { answerByLink, answerMine } from "./answer-proposal.ts";
import { readMyProposals, readProposalByLink } from "./read-proposals.ts";

export const proposalRouter = routes(positioningWords);

/** Enough for a family behind one address; not for a machine that tries links. */
const perIp = { name: "proposal-ip", most: 120, minutes: 15 };

servePage(proposalRouter, proposalContracts.proposalPage, async ({ params, request }) => {
  await countAttempt(perIp, request.ip);
  return proposalPage({ proposal: await readProposalByLink(params.token), today: today() });
});

serveForm(proposalRouter, proposalContracts.answerByLink, {
  handle: async ({ params, body, request }) => {
    await countAttempt(perIp, request.ip);
    return answerByLink(params.token, body);
  },
  done: (_reply, { params, body }) => ({ to: `/propositions/${params.token}`, notice: proposalNotices[body.answer] }),
});

servePage(proposalRouter, proposalContracts.myProposalsPage, async ({ actor }) =>
  myProposalsPage({ proposals: await readMyProposals(actor), today: today() }),
);

serveForm(proposalRouter, proposalContracts.answerMine, {
  handle: ({ actor, params, body }) => answerMine(actor, params.positioningId, body),
  done: (_reply, { body }) => ({ to: "/mes-propositions", notice: proposalNotices[body.answer] }),
});
