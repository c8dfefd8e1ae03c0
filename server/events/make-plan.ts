import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { fromMeeting } from "#shared/events/dating-input.ts";
import type { DatingMeeting, JobDating } from "#shared/events/job-dating.ts";
import type { PlanAct } from "#shared/events/plan-contracts.ts";
import { solveTimetable } from "#shared/events/timetable/solve-timetable.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { planFacts } from "./dating-facts.ts";
import { findTabled } from "./find-job-dating.ts";
import { JobDatingModel } from "./job-dating-model.ts";
import { toObjectIds } from "./run-job-dating.ts";

/** Computes the timetable of the event as it is now. Nobody is told: that is another press. */
export const computePlan = async (actor: Member, jobDatingId: string): Promise<void> => {
  const dating = await findTabled(actor, jobDatingId);
  if (dating.status === "cancelled") throw new Failure("conflict", "move-not-possible");
  const { input, people } = await planFacts(dating);
  if (people.length === 0) throw new Failure("conflict", "nobody-yet");
  const { meetings, figures, possible, proved } = solveTimetable(input);
  const plan = { meetings: meetings.map(stored), figures, possible, proved, basis: dating.basis, at: now() };
  const kept = await JobDatingModel.updateOne(
    { _id: jobDatingId, basis: dating.basis },
    { $set: { plan, updatedAt: now() } },
  );
  if (kept.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  sendSignal("staff", "job-dating-changed", { jobDatingId });
};

/** A meeting as the store keeps it. */
export const stored = (meeting: Parameters<typeof fromMeeting>[0]) => storedMeeting(fromMeeting(meeting));

export const storedMeeting = ({ registrationId, companyId, table, slot }: DatingMeeting) => {
  const [person, company] = toObjectIds([registrationId, companyId]);
  if (!person || !company) throw new Failure("invalid", "invalid");
  return { registrationId: person, companyId: company, table, slot };
};

type Steered = { readonly act: PlanAct; readonly registrationId: string; readonly companyId: string };

/** Locks, forbids or asks for a meeting, or takes that back; the timetable is computed again at once. */
export const steerPlan = async (actor: Member, jobDatingId: string, steered: Steered): Promise<void> => {
  const dating = await findTabled(actor, jobDatingId);
  const changed = await JobDatingModel.updateOne(
    { _id: jobDatingId, basis: dating.basis },
    { $set: { ...steer(dating, steered), updatedAt: now() }, $inc: { basis: 1 } },
  );
  if (changed.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  await computePlan(actor, jobDatingId);
};

const steer = (dating: JobDating, { act, registrationId, companyId }: Steered) => {
  const isPair = (one: { registrationId: string; companyId: string }): boolean =>
    one.registrationId === registrationId && one.companyId === companyId;
  if (!dating.companies.some((one) => one.companyId === companyId)) throw new Failure("missing", "missing-page");
  const pair = { registrationId, companyId };
  const planned = dating.plan?.meetings.find(isPair);
  const without = {
    locked: dating.locked.filter((one) => !isPair(one)),
    forbidden: dating.forbidden.filter((one) => !isPair(one)),
    added: dating.added.filter((one) => !isPair(one)),
  };
  if (act === "lock" && !planned) throw new Failure("conflict", "no-such-meeting");
  return {
    locked: [...without.locked, ...(act === "lock" && planned ? [planned] : [])],
    forbidden: [...without.forbidden, ...(act === "forbid" ? [pair] : [])],
    added: [...without.added, ...(act === "add" ? [pair] : [])],
  };
};

/** Tells everyone their times. A timetable made before a change is refused. */
export const announcePlan = async (actor: Member, jobDatingId: string, basis: number): Promise<void> => {
  const dating = await findTabled(actor, jobDatingId);
  if (dating.status !== "published") throw new Failure("conflict", "publish-first");
  const { plan } = dating;
  if (!plan || plan.basis !== dating.basis || basis !== dating.basis) throw new Failure("conflict", "stale-timetable");
  const revision = (dating.announced?.revision ?? 0) + 1;
  const announced = { meetings: plan.meetings.map(storedMeeting), revision, at: now() };
  const told = await JobDatingModel.updateOne(
    { _id: jobDatingId, basis, "plan.basis": basis, status: "published" },
    {
      $set: { announced, updatedAt: now() },
      $inc: { version: 1 },
      $push: { effects: owe("times", String(revision)) },
    },
  );
  if (told.matchedCount === 0) throw new Failure("conflict", "stale-timetable");
  await enqueue(settleJob("jobDatings"), { id: jobDatingId });
  sendSignal("staff", "job-dating-changed", { jobDatingId });
};
