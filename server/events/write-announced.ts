import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Proposal } from "#shared/events/timetable/propose-changes.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { JobDatingModel } from "./job-dating-model.ts";
import { stored } from "./make-plan.ts";

/**
 * Puts other times in the place of those announced, and owes a mail to those whose times change.
 * @throws conflict when anything a timetable depends on changed since it was reckoned
 */
export const writeAnnounced = async (
  dating: JobDating,
  { meetings: kept, figures }: Pick<Proposal, "meetings" | "figures">,
  alsoSet: object = {},
): Promise<void> => {
  const revision = (dating.announced?.revision ?? 0) + 1;
  const meetings = kept.map(stored);
  const plan = { meetings, figures, possible: figures, proved: false, basis: dating.basis + 1, at: now() };
  const written = await JobDatingModel.updateOne(
    { _id: dating.id, basis: dating.basis },
    {
      $set: { ...alsoSet, plan, announced: { meetings, revision, at: now() }, updatedAt: now() },
      $inc: { version: 1, basis: 1 },
      $push: { effects: owe("times", String(revision)) },
    },
  );
  if (written.matchedCount === 0) throw new Failure("conflict", "stale-timetable");
  await enqueue(settleJob("jobDatings"), { id: dating.id });
  sendSignal("staff", "job-dating-changed", { jobDatingId: dating.id });
};
