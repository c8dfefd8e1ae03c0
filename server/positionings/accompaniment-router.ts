import { accompaniedPage } from "#client/positionings/accompanied-page.tsx";
import { accompanimentPage } from "#client/positionings/accompaniment-page.tsx";
import { accompanimentNotices, accompanimentWords } from "#client/positionings/accompaniment-words.ts";
import { accompanimentLinkPage, myAccompanimentsPage } from "#client/positionings/my-accompaniments-page.tsx";
import { recordReading } from "#server/accounts/record-audit.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { accompanimentContracts, type ProposeActionForm } from "#shared/positionings/accompaniment-contracts.ts";
import {
  answerAccompanimentByLink,
  answerMyAccompaniment,
  askToAccompany,
  findAccompanied,
  findAccompanimentByLink,
  stopAccompanying,
} from "./accompany.ts";
import { describeAsking, readAccompanied, readAccompaniedPerson, readMyAccompaniments } from "./read-accompanied.ts";
import { suggestPositioning } from "./suggest-positioning.ts";

/** A counsellor writes to the people they meet; not to a list of addresses. */
const asksAtMost = { name: "accompaniment-ask", most: 30, minutes: 60 };
const perIp = { name: "accompaniment-ip", most: 120, minutes: 15 };

type Shown = Pick<Again, "typed" | "errors">;
const nothingTyped: Shown = { typed: {}, errors: {} };

/** What a later slice gives: the collective actions one may be proposed for. */
export type CounsellorActions = {
  readonly open: () => Promise<readonly { readonly id: string; readonly label: string }[]>;
  readonly propose: (actor: Member, accompanimentId: string, typed: ProposeActionForm) => Promise<void>;
};

export const accompanimentRouter = (actions: CounsellorActions): Routes => {
  const router = routes(accompanimentWords);
  serveCounsellor(router, actions);
  servePerson(router);
  return router;
};

const listPage = async (actor: Member, shown: Shown) =>
  accompanimentPage({ people: await readAccompanied(actor), ...shown });

const serveCounsellor = (router: Routes, actions: CounsellorActions): void => {
  const personPage = async (actor: Member, id: string, shown: Shown) =>
    accompaniedPage({
      person: await readAccompaniedPerson(actor, id),
      actions: await actions.open(),
      today: today(),
      ...shown,
    });

  servePage(router, accompanimentContracts.listPage, ({ actor }) => listPage(actor, nothingTyped));

  serveForm(router, accompanimentContracts.ask, {
    handle: async ({ actor, body }) => {
      await countAttempt(asksAtMost, actor.accountId);
      await askToAccompany(actor, body.email);
    },
    done: () => ({ to: "/accompagnement", notice: accompanimentNotices.asked }),
    again: ({ actor }, again) => listPage(actor, again),
  });

  servePage(router, accompanimentContracts.personPage, async ({ actor, params }) => {
    const { accountId } = await findAccompanied(actor, params.accompanimentId);
    await recordReading(actor, accountId, "positioning");
    return personPage(actor, params.accompanimentId, nothingTyped);
  });

  serveForm(router, accompanimentContracts.suggest, {
    handle: ({ actor, params, body }) => suggestPositioning(actor, params.accompanimentId, body),
    done: (_reply, { params }) => ({
      to: `/accompagnement/${params.accompanimentId}`,
      notice: accompanimentNotices.suggested,
    }),
    again: ({ actor, params }, again) => personPage(actor, params.accompanimentId, again),
  });

  serveForm(router, accompanimentContracts.end, {
    handle: ({ actor, params }) => stopAccompanying(actor, params.accompanimentId),
    done: () => ({ to: "/accompagnement", notice: accompanimentNotices.stopped }),
  });

  serveForm(router, accompanimentContracts.proposeAction, {
    handle: ({ actor, params, body }) => actions.propose(actor, params.accompanimentId, body),
    done: (_reply, { params }) => ({
      to: `/accompagnement/${params.accompanimentId}`,
      notice: accompanimentNotices.actionProposed,
    }),
    again: ({ actor, params }, again) => personPage(actor, params.accompanimentId, again),
  });
};

const servePerson = (router: Routes): void => {
  servePage(router, accompanimentContracts.minePage, async ({ actor }) =>
    myAccompanimentsPage({ accompaniments: await readMyAccompaniments(actor), today: today() }),
  );

  serveForm(router, accompanimentContracts.answerMine, {
    handle: ({ actor, params, body }) => answerMyAccompaniment(actor, params.accompanimentId, body.answer),
    done: (_reply, { body }) => ({ to: "/mes-accompagnements", notice: accompanimentNotices[body.answer] }),
  });

  servePage(router, accompanimentContracts.linkPage, async ({ params: { token }, request }) => {
    await countAttempt(perIp, request.ip);
    const [asking] = await describeAsking([await findAccompanimentByLink(token)]);
    if (!asking) throw new Failure("gone", "link-is-over");
    return accompanimentLinkPage({ asking, token, today: today() });
  });

  serveForm(router, accompanimentContracts.answerByLink, {
    handle: async ({ params, body, request }) => {
      await countAttempt(perIp, request.ip);
      return answerAccompanimentByLink(params.token, body.answer);
    },
    done: (_reply, { params, body }) => ({
      to: `/accompagnements/${params.token}`,
      notice: accompanimentNotices[body.answer],
    }),
  });
};
