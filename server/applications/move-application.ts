import { now, today } from "#server/platform/clock.ts";
import { type Effect, owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import type { Application, ApplicationStatus } from "#shared/applications/application.ts";
import { deadlineAt } from "#shared/applications/application-deadline.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { ApplicationModel } from "./application-model.ts";
import { sentOn } from "./describe-applications.ts";

export type Step = {
  readonly to: ApplicationStatus;
  /** Null when the clock did it. */
  readonly by: string | null;
  readonly answer?: Pick<Application, "refusalReason" | "answerText" | "interviewAt">;
  readonly effects?: readonly Effect[];
};

/**
 * One step, if the application is still where it was read; the rule that allows it was asked before.
 * @throws Failure("conflict", "changed-meanwhile") for whoever comes second
 */
export const moveApplication = async (application: Application, { to, by, answer, effects }: Step): Promise<void> => {
  const interviewAt = answer?.interviewAt ?? null;
  const interviewOn = interviewAt === null ? null : dayOf(new Date(interviewAt));
  const moved = await ApplicationModel.findOneAndUpdate(
    { _id: application.id, status: application.status },
    {
      $set: {
        status: to,
        nextDeadline: deadlineAt(to, { sentOn: sentOn(application), today: today(), interviewOn }),
        updatedAt: now(),
        ...answer,
      },
      $push: {
        steps: { status: to, at: now(), by },
        effects: { $each: [...(effects ?? [owe("step", to)])] },
      },
    },
  ).lean();
  if (!moved) throw new Failure("conflict", "changed-meanwhile");
  await enqueue(settleJob("applications"), { id: application.id });
};
