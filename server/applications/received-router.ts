import { answerPage } from "#client/applications/answer-page.tsx";
import { applicationNotices, applicationWords } from "#client/applications/application-words.ts";
import { receivedApplicationPage } from "#client/applications/received-application-page.tsx";
import { receivedPage } from "#client/applications/received-page.tsx";
import type { FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { type RefusalReason, refusalReasons } from "#shared/applications/application.ts";
import { type Answer, answers, statusOfAnswer } from "#shared/applications/application-answers.ts";
import { receivedContracts } from "#shared/applications/application-contracts.ts";
import { canMoveApplication } from "#shared/applications/application-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { answerApplication, markRead } from "./answer-application.ts";
import { describeOneReceived } from "./describe-applications.ts";
import { findApplication } from "./find-application.ts";
import { listReceived } from "./list-applications.ts";
import { readApplicant } from "./read-applicant.ts";

export const receivedRouter = routes(applicationWords);

servePage(receivedRouter, receivedContracts.listPage, async ({ actor, query }) =>
  receivedPage({ ...(await listReceived(actor, { reference: query.offre, page: query.page })), today: today() }),
);

servePage(receivedRouter, receivedContracts.page, ({ actor, params }) => showReceived(actor, params.applicationId));

serveForm(receivedRouter, receivedContracts.read, {
  handle: ({ actor, params }) => markRead(actor, params.applicationId),
  done: (_reply, { params }) => `/employeur/candidatures/${params.applicationId}`,
});

servePage(receivedRouter, receivedContracts.answerPage, ({ actor, params, query }) =>
  showAnswer(actor, params, { reason: query.motif, typed: {}, errors: {} }),
);

serveForm(receivedRouter, receivedContracts.answer, {
  handle: ({ actor, params, body }) =>
    answerApplication(actor, params.applicationId, { answer: params.answer, ...body }),
  done: (_reply, { params }) => ({
    to: `/employeur/candidatures/${params.applicationId}`,
    notice: applicationNotices.answered,
  }),
  again: ({ actor, params }, { typed, errors }) =>
    showAnswer(actor, params, { reason: reasonIn(typed.reason), typed, errors }),
});

const showReceived = async (actor: Member, applicationId: string): Promise<Page> => {
  const application = await findApplication(actor, applicationId);
  return receivedApplicationPage({
    application: await describeOneReceived(actor, application),
    applicant: await readApplicant(actor, application),
    answers: answers.filter((answer) => canMoveApplication(actor, application, statusOfAnswer[answer])),
    today: today(),
  });
};

type Answering = { applicationId: string; answer: Answer };

const showAnswer = async (
  actor: Member,
  { applicationId, answer }: Answering,
  form: FormState & { reason: RefusalReason | null },
): Promise<Page> => {
  const application = await findApplication(actor, applicationId);
  const possible = canMoveApplication(actor, application, statusOfAnswer[answer]);
  // with nothing typed there is nothing to keep: the page of the application says where it stands
  if (!possible && !("text" in form.typed)) throw new Failure("conflict", "application-is-over");
  const signature = `${actor.firstName} ${actor.lastName}`;
  return answerPage({
    application: await describeOneReceived(actor, application),
    answer,
    possible,
    signature,
    ...form,
  });
};

const reasonIn = (typed: string | string[] | undefined): RefusalReason | null =>
  refusalReasons.find((reason) => reason === typed) ?? null;
