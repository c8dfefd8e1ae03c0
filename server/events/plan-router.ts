import { changePage } from "#client/events/change-page.tsx";
import { datingNotices, datingWords } from "#client/events/dating-words.ts";
import { planPage } from "#client/events/plan-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { ChangeQuery, planContracts } from "#shared/events/plan-contracts.ts";
import type { Actor, Member } from "#shared/kernel/actor.ts";
import { answerChange, chooseChange } from "./change-dating.ts";
import { announcePlan, computePlan, steerPlan } from "./make-plan.ts";
import { readPlan } from "./read-plan.ts";

export const planRouter = routes(datingWords);

servePage(planRouter, planContracts.planPage, async ({ actor, params, query }) =>
  planPage({ ...(await readPlan(actor, params.jobDatingId)), vue: query.vue, errors: {} }),
);

const again = async (actor: Actor, jobDatingId: string, { errors }: Again) =>
  planPage({ ...(await readPlan(actor, jobDatingId)), vue: "entreprises", errors });

const toPlan = (jobDatingId: string, notice: string, vue?: string | null) => ({
  to: `/bureau/evenements/${jobDatingId}/planning${vue ? `?vue=${vue}` : ""}`,
  notice,
});

serveForm(planRouter, planContracts.compute, {
  handle: ({ actor, params }) => computePlan(actor, params.jobDatingId),
  done: (_nothing, { params }) => toPlan(params.jobDatingId, datingNotices.computed),
  again: ({ actor, params }, failed) => again(actor, params.jobDatingId, failed),
});

serveForm(planRouter, planContracts.steer, {
  handle: ({ actor, params, body }) => steerPlan(actor, params.jobDatingId, body),
  done: (_nothing, { params, body }) => toPlan(params.jobDatingId, datingNotices.steered, body.vue),
  again: ({ actor, params }, failed) => again(actor, params.jobDatingId, failed),
});

serveForm(planRouter, planContracts.announce, {
  handle: ({ actor, params, body }) => announcePlan(actor, params.jobDatingId, body.basis),
  done: (_nothing, { params }) => toPlan(params.jobDatingId, datingNotices.announced),
  again: ({ actor, params }, failed) => again(actor, params.jobDatingId, failed),
});

type Shown = { asked: ChangeQuery; errors: Readonly<Record<string, string>> };

const showChange = async (actor: Member, jobDatingId: string, { asked, errors }: Shown) =>
  changePage({ ...(await answerChange(actor, jobDatingId, asked)), asked, errors });

servePage(planRouter, planContracts.changePage, ({ actor, params, query }) =>
  showChange(actor, params.jobDatingId, { asked: query, errors: {} }),
);

serveForm(planRouter, planContracts.applyChange, {
  handle: ({ actor, params, body }) => chooseChange(actor, params.jobDatingId, body),
  done: (_nothing, { params }) => toPlan(params.jobDatingId, datingNotices.changed),
  again: ({ actor, params }, failed) => {
    const asked = ChangeQuery.safeParse(failed.typed);
    return asked.success
      ? showChange(actor, params.jobDatingId, { asked: asked.data, errors: failed.errors })
      : again(actor, params.jobDatingId, failed);
  },
});
