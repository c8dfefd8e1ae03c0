import { Types } from "mongoose";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import type { ActionForm, StepForm } from "#shared/events/actions/action-contracts.ts";
import { actionStepKinds, type CollectiveAction } from "#shared/events/actions/collective-action.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { type ActionDocument, ActionModel, toAction } from "./action-model.ts";

/** @throws missing for one that is not there */
export const findAction = async (actionId: string): Promise<CollectiveAction> => {
  const found = await ActionModel.findById(actionId).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return toAction(found);
};

/** Creates an action with the steps whose day was typed; the same form sent twice is one action. */
export const createAction = async (actor: Member, formKey: string, typed: ActionForm): Promise<{ id: string }> => {
  const commune = communeTyped(typed.commune);
  const steps = actionStepKinds.flatMap((kind) => {
    const day = kind === "other" ? null : typed[kind];
    return day === null ? [] : { id: new Types.ObjectId(), kind, day, place: null };
  });
  const past = steps.find(({ day }) => day < today());
  if (past) throw wrongField(past.kind, "in-the-past");
  const { kind, title, places, asksM12 } = typed;
  const action: ActionDocument = {
    _id: new Types.ObjectId(formKey),
    kind,
    title,
    commune,
    places,
    asksM12,
    beneficiaries: null,
    steps: steps as never, // ids of parts: the stored type keeps `id` as the noun's text
    officerId: new Types.ObjectId(actor.accountId),
    cancelledAt: null,
    version: 1,
    createdAt: now(),
    updatedAt: now(),
    effects: [],
  };
  try {
    await ActionModel.create(action);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return { id: formKey };
};

export const addStep = async (actionId: string, { stepKind, day, place }: StepForm): Promise<void> => {
  const action = await findAction(actionId);
  if (action.cancelledAt !== null) throw new Failure("conflict", "action-is-over");
  if (action.steps.some((step) => step.kind === stepKind && step.day === day)) throw wrongField("day", "step-is-there");
  await ActionModel.updateOne(
    { _id: actionId, cancelledAt: null },
    {
      $push: { steps: { id: new Types.ObjectId(), kind: stepKind, day, place } },
      $set: { updatedAt: now() },
      $inc: { version: 1 },
    },
  );
};

/** Those who said yes are told, once; cancelled twice is cancelled. */
export const cancelAction = async (actionId: string): Promise<void> => {
  await findAction(actionId);
  const cancelled = await ActionModel.updateOne(
    { _id: actionId, cancelledAt: null },
    { $set: { cancelledAt: now(), updatedAt: now() }, $push: { effects: owe("cancelled") }, $inc: { version: 1 } },
  );
  if (cancelled.modifiedCount > 0) await enqueue(settleJob("collectiveActions"), { id: actionId });
};
