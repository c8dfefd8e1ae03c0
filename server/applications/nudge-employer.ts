import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { canNudge } from "#shared/applications/application-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { ApplicationModel } from "./application-model.ts";
import { sentOn } from "./describe-applications.ts";
import { findApplication } from "./find-application.ts";

/** The candidate's one nudge: of two presses at once, one is counted. */
export const nudgeEmployer = async (actor: Member, applicationId: string): Promise<void> => {
  const application = await findApplication(actor, applicationId);
  const dates = { sentOn: sentOn(application), today: today() };
  if (application.nudgedAt) throw new Failure("conflict", "already-nudged");
  if (!canNudge(actor, application, dates)) throw new Failure("conflict", "nudge-too-early");
  const nudged = await ApplicationModel.findOneAndUpdate(
    { _id: applicationId, status: application.status, nudgedAt: null },
    { $set: { nudgedAt: now(), updatedAt: now() }, $push: { effects: owe("nudge") } },
  ).lean();
  if (!nudged) throw new Failure("conflict", "changed-meanwhile");
  await enqueue(settleJob("applications"), { id: applicationId });
};
