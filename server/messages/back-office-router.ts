import { backOfficeNotices, backOfficeWords } from "#client/messages/back-office-words.ts";
import { mailsPage } from "#client/messages/mails-page.tsx";
import { tasksPage } from "#client/messages/tasks-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { dispatchFigures, listDispatches, resendUnknown } from "#server/platform/mail/inspect.ts";
import { mailFaults } from "#server/platform/mail/judge-refusal.ts";
import { queueState, retryFailed, runNow } from "#server/platform/queue/inspect.ts";
import { refusedSettings } from "#server/platform/refused-settings.ts";
import { driftOf, indexChecks } from "#server/platform/search/index-check.ts";
import { searchEngine } from "#server/platform/search/search.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { backOfficeContracts } from "#shared/messages/back-office-contracts.ts";

export const backOfficeRouter = routes(backOfficeWords);

servePage(backOfficeRouter, backOfficeContracts.tasksPage, async () => {
  await searchEngine().ready(); // asked now: at night nobody searches, and its key may be refused
  const [{ engine, queues, failed, recurrences }, checks, refused] = await Promise.all([
    queueState(),
    indexChecks(),
    refusedSettings(),
  ]);
  return tasksPage({
    engine,
    refused,
    queues,
    checks: checks.map((check) => ({ ...check, at: check.at.toISOString(), drift: driftOf(check) })),
    failed: failed.map((job) => ({ ...job, failedAt: job.failedAt.toISOString() })),
    tasks: recurrences.map(({ name, next }) => ({ name, next: next?.toISOString() ?? null })),
  });
});

serveForm(backOfficeRouter, backOfficeContracts.runTask, {
  handle: async ({ params }) => orMissing(await runNow(params.name), "task-not-found"),
  done: () => ({ to: "/admin/taches", notice: backOfficeNotices.started }),
});

serveForm(backOfficeRouter, backOfficeContracts.retryTask, {
  handle: async ({ params }) => orMissing(await retryFailed(params.queue, params.jobId), "task-not-found"),
  done: () => ({ to: "/admin/taches", notice: backOfficeNotices.retried }),
});

servePage(backOfficeRouter, backOfficeContracts.mailsPage, async ({ query }) => {
  const [figures, mails, refused] = await Promise.all([
    dispatchFigures(),
    listDispatches({ state: query.etat, page: query.page }),
    refusedSettings(),
  ]);
  const ofMails = refused.filter(({ fault }) => mailFaults.some((each) => each === fault));
  return mailsPage({ figures, mails, state: query.etat, refused: ofMails });
});

serveForm(backOfficeRouter, backOfficeContracts.resendMail, {
  handle: ({ params }) => resendUnknown(params.dispatchId, "despite-doubt"),
  done: () => ({ to: "/admin/courriers", notice: backOfficeNotices.resent }),
});

const orMissing = (done: boolean, code: string): void => {
  if (!done) throw new Failure("conflict", code);
};
