import { backOfficeNotices, backOfficeWords, sayResent } from "#client/messages/back-office-words.ts";
import { mailsPage } from "#client/messages/mails-page.tsx";
import { resendAllPage } from "#client/messages/resend-all-page.tsx";
import { tasksPage } from "#client/messages/tasks-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { now } from "#server/platform/clock.ts";
import { dispatchFigures, listDispatches } from "#server/platform/mail/inspect.ts";
import { mailFaults } from "#server/platform/mail/judge-refusal.ts";
import { resendAll, resendableGroups, resendUnknown } from "#server/platform/mail/resend.ts";
import { queueState, retryFailed, runNow } from "#server/platform/queue/inspect.ts";
import { type RefusedSetting, refusedSettings } from "#server/platform/refused-settings.ts";
import { driftOf, indexChecks } from "#server/platform/search/index-check.ts";
import { searchEngine } from "#server/platform/search/search.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { backOfficeContracts, notedNowhere } from "#shared/messages/back-office-contracts.ts";
import type { DispatchReason } from "#shared/messages/dispatch-reasons.ts";

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
  const [figures, mails, refused, groups] = await Promise.all([
    dispatchFigures(),
    listDispatches({ state: query.etat, page: query.page }),
    refusedForMails(),
    resendableGroups(),
  ]);
  return mailsPage({ figures, mails, state: query.etat, refused, groups });
});

servePage(backOfficeRouter, backOfficeContracts.resendAllPage, async ({ query }) => {
  const until = now().toISOString(); // before the count: what ends meanwhile is counted at most, never sent
  const [groups, refused] = await Promise.all([resendableGroups(), refusedForMails()]);
  const group = groups.find(({ state, reason }) => state === query.etat && reason === reasonOf(query.raison));
  return resendAllPage({ group: group ?? null, until, refused });
});

serveForm(backOfficeRouter, backOfficeContracts.resendAll, {
  handle: ({ body }) => resendAll({ state: body.state, reason: reasonOf(body.reason), until: new Date(body.until) }),
  done: (count) => ({
    to: "/admin/courriers?etat=pending",
    notice: count === 0 ? backOfficeNotices.resentBefore : sayResent(count),
  }),
});

serveForm(backOfficeRouter, backOfficeContracts.resendMail, {
  handle: ({ params }) => resendUnknown(params.dispatchId, "despite-doubt"),
  done: () => ({ to: "/admin/courriers", notice: backOfficeNotices.resent }),
});

const refusedForMails = async (): Promise<readonly RefusedSetting[]> =>
  (await refusedSettings()).filter(({ fault }) => mailFaults.some((each) => each === fault));

const reasonOf = (asked: DispatchReason | typeof notedNowhere): DispatchReason | null =>
  asked === notedNowhere ? null : asked;

const orMissing = (done: boolean, code: string): void => {
  if (!done) throw new Failure("conflict", code);
};
