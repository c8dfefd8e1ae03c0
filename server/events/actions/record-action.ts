import { now, today } from "#server/platform/clock.ts";
import { not } from "#server/platform/filter.ts";
import { momentsDue } from "#shared/events/actions/action-rules.ts";
import type { Attendance, Outcome, ResultMoment } from "#shared/events/actions/collective-action.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { ActionModel, ParticipationModel } from "./action-model.ts";
import { findAction } from "./run-action.ts";

/** Writes down who came to a step; those who are not in the list stay as they were. */
export const recordAttendance = async (
  { actionId, stepId }: { readonly actionId: string; readonly stepId: string },
  people: readonly string[],
): Promise<void> => {
  const action = await findAction(actionId);
  const step = action.steps.find(({ id }) => id === stepId);
  if (!step) throw new Failure("missing", "missing-page");
  if (action.cancelledAt !== null) throw new Failure("conflict", "action-is-over");
  if (step.day > today()) throw new Failure("conflict", "step-not-yet");
  for (const typed of people) {
    const [participationId = "", was = ""] = typed.split(":");
    await keepAttendance({ actionId, stepId, participationId, was: was as Attendance }); // the contract's pattern says so
  }
};

type One = { actionId: string; stepId: string; participationId: string; was: Attendance };

/** One update a person: the old word for this step is replaced, never doubled. */
const keepAttendance = async ({ actionId, stepId, participationId, was }: One): Promise<void> => {
  const who = { _id: participationId, actionId, status: "accepted" as const };
  const mended = await ParticipationModel.updateOne(
    { ...who, "attendance.stepId": stepId },
    { $set: { "attendance.$.was": was, updatedAt: now() } },
  );
  if (mended.matchedCount > 0) return;
  await ParticipationModel.updateOne(
    { ...who, "attendance.stepId": not(stepId) },
    { $push: { attendance: { stepId, was } }, $set: { updatedAt: now() } },
  );
};

/** One number for those who came; an empty one takes it back. It cannot be more than they are. */
export const recordBeneficiaries = async (actionId: string, beneficiaries: number | null): Promise<void> => {
  await findAction(actionId);
  const came = await ParticipationModel.countDocuments({ actionId, "attendance.was": "present" });
  if ((beneficiaries ?? 0) > came) throw wrongField("beneficiaries", "more-than-came");
  await ActionModel.updateOne({ _id: actionId }, { $set: { beneficiaries, updatedAt: now() }, $inc: { version: 1 } });
};

type Result = { readonly moment: ResultMoment; readonly outcome: Outcome };

/** Writes down what became of somebody; a later word on the same moment is kept beside the first, and counts. */
export const recordResult = async (
  actor: Member,
  { actionId, participationId }: { readonly actionId: string; readonly participationId: string },
  { moment, outcome }: Result,
): Promise<void> => {
  if (!momentsDue(await findAction(actionId), today()).includes(moment))
    throw new Failure("conflict", "result-not-yet");
  const kept = await ParticipationModel.updateOne(
    { _id: participationId, actionId },
    { $push: { results: { moment, outcome, at: now(), by: actor.accountId } }, $set: { updatedAt: now() } },
  );
  if (kept.matchedCount === 0) throw new Failure("missing", "missing-page");
};
