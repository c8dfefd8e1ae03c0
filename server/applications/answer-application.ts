import { now } from "#server/platform/clock.ts";
import type { ApplicationStatus, RefusalReason } from "#shared/applications/application.ts";
import { type Answer, statusOfAnswer } from "#shared/applications/application-answers.ts";
import { canMoveApplication } from "#shared/applications/application-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { findApplication } from "./find-application.ts";
import { moveApplication } from "./move-application.ts";

type GivenAnswer = {
  readonly answer: Answer;
  readonly from: ApplicationStatus;
  readonly text: string;
  readonly reason: RefusalReason | null;
  readonly interviewAt: string | null;
};

/** The company's answer, with the words the candidate will read. */
export const answerApplication = async (actor: Member, applicationId: string, given: GivenAnswer): Promise<void> => {
  const application = await findApplication(actor, applicationId);
  const to = statusOfAnswer[given.answer];
  if (application.status !== given.from) throw new Failure("conflict", "changed-meanwhile");
  if (!canMoveApplication(actor, application, to)) throw new Failure("conflict", "application-is-over");
  if (to === "refused" && given.reason === null) throw wrongField("reason", "required");
  const interviewAt = to === "interview" ? given.interviewAt : application.interviewAt;
  if (to === "interview" && interviewAt !== null && new Date(interviewAt) < now())
    throw wrongField("interviewAt", "in-the-past");
  await moveApplication(application, {
    to,
    by: actor.accountId,
    answer: { answerText: given.text, refusalReason: to === "refused" ? given.reason : null, interviewAt },
  });
};

/** Opening it for the first time tells the candidate; opening it again changes nothing. */
export const markRead = async (actor: Member, applicationId: string): Promise<void> => {
  const application = await findApplication(actor, applicationId);
  if (application.status !== "new") return;
  await moveApplication(application, { to: "seen", by: actor.accountId }).catch((error: unknown) => {
    // a colleague opened it in the same moment: it is read all the same
    if (!(error instanceof Failure && error.code === "changed-meanwhile")) throw error;
  });
};
