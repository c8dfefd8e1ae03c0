import { deskNotices } from "#client/positionings/desk-notices.ts";
import { positioningWords } from "#client/positionings/positioning-words.ts";
import { shortListedPage, shortListPage } from "#client/positionings/short-listed-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { positioningStatuses } from "#shared/positionings/positioning-words.ts";
import { proposalContracts } from "#shared/positionings/proposal-contracts.ts";
import { movePositioning } from "./move-positioning.ts";
import { readShortList, readShortListed } from "./read-short-list.ts";

export const shortListRouter = routes(positioningWords);

servePage(shortListRouter, proposalContracts.shortListPage, async ({ actor }) =>
  shortListPage({ people: await readShortList(actor), today: today() }),
);

servePage(shortListRouter, proposalContracts.shortListedPage, async ({ actor, params, query }) =>
  shortListedPage({
    ...(await readShortListed(actor, params.positioningId)),
    chosen: query.suite,
    typed: {},
    errors: {},
    today: today(),
  }),
);

serveForm(shortListRouter, proposalContracts.answerShortList, {
  handle: ({ actor, params, body }) => movePositioning(actor, params.positioningId, body),
  done: ({ id }) => ({ to: `/employeur/positionnements/${id}`, notice: deskNotices.answered }),
  again: async ({ actor, params }, { typed, errors }) =>
    shortListedPage({
      ...(await readShortListed(actor, params.positioningId)),
      chosen: positioningStatuses.find((one) => one === typed.to) ?? null,
      typed,
      errors,
      today: today(),
    }),
});
