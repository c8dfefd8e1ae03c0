import { applicationNotices, applicationWords } from "#client/applications/application-words.ts";
import { applyPage } from "#client/applications/apply-page.tsx";
import { myApplicationPage } from "#client/applications/my-application-page.tsx";
import { myApplicationsPage } from "#client/applications/my-applications-page.tsx";
import type { FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { applicationContracts } from "#shared/applications/application-contracts.ts";
import { canWithdraw } from "#shared/applications/application-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { apply } from "./apply.ts";
import { describeOffer, describeOneOfMine } from "./describe-applications.ts";
import { findApplication } from "./find-application.ts";
import { listMyApplications } from "./list-applications.ts";
import { nudgeEmployer } from "./nudge-employer.ts";
import { prospectOf } from "./read-prospect.ts";
import { withdrawApplication } from "./withdraw-application.ts";

export const applicationRouter = routes(applicationWords);

servePage(applicationRouter, applicationContracts.applyPage, ({ actor, params }) =>
  showProspect(actor, params.slug, { typed: {}, errors: {} }),
);

serveForm(applicationRouter, applicationContracts.apply, {
  handle: ({ actor, params, body }) => apply(actor, params.slug, body.message),
  done: ({ id }) => ({ to: `/mes-candidatures/${id}`, notice: applicationNotices.applied }),
  again: ({ actor, params }, { typed, errors }) => showProspect(actor, params.slug, { typed, errors }),
});

servePage(applicationRouter, applicationContracts.myApplicationsPage, async ({ actor, query }) =>
  myApplicationsPage({ applications: await listMyApplications(actor, query.page), today: today() }),
);

servePage(applicationRouter, applicationContracts.myApplicationPage, ({ actor, params }) =>
  showMine(actor, params.applicationId),
);

serveForm(applicationRouter, applicationContracts.withdraw, {
  handle: ({ actor, params }) => withdrawApplication(actor, params.applicationId),
  done: (_reply, { params }) => ({
    to: `/mes-candidatures/${params.applicationId}`,
    notice: applicationNotices.withdrawn,
  }),
});

serveForm(applicationRouter, applicationContracts.nudge, {
  handle: ({ actor, params }) => nudgeEmployer(actor, params.applicationId),
  done: (_reply, { params }) => ({
    to: `/mes-candidatures/${params.applicationId}`,
    notice: applicationNotices.nudged,
  }),
});

const showProspect = async (actor: Member, slug: string, form: FormState): Promise<Page> => {
  const { offer, ...rest } = await prospectOf(actor, slug);
  return applyPage({
    actor,
    offer: describeOffer(actor, offer),
    today: today(),
    ...rest,
    ...form,
  });
};

const showMine = async (actor: Member, applicationId: string): Promise<Page> => {
  const application = await findApplication(actor, applicationId);
  return myApplicationPage({
    application: await describeOneOfMine(actor, application),
    mayWithdraw: canWithdraw(actor, application),
    today: today(),
  });
};
