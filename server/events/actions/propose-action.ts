import { AccountModel } from "#server/accounts/account-model.ts";
import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { findAccompanied } from "#server/positionings/accompany.ts";
import { lastDayOf } from "#shared/events/actions/action-rules.ts";
import type { CollectiveAction } from "#shared/events/actions/collective-action.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { ProposeActionForm } from "#shared/positionings/accompaniment-contracts.ts";
import { ParticipationModel } from "./action-model.ts";
import { findAction } from "./run-action.ts";

type Typed = { readonly email: string; readonly reason: string | null; readonly sure: boolean };

/** An officer proposes an action to somebody known by their address. */
export const proposeByAddress = async (
  actor: Member,
  actionId: string,
  { email, reason, sure }: Typed,
): Promise<void> => {
  refuseCareless({ field: "reason", text: reason, sure });
  const person = await AccountModel.findOne({ email, role: "candidate", status: "active" }, { _id: 1 });
  if (!person) throw wrongField("email", "nobody-there");
  await propose(actor, { actionId, accountId: person._id.toHexString(), reason });
};

/** A counsellor proposes an action to somebody they accompany, and to nobody else. */
export const proposeToAccompanied = async (
  actor: Member,
  accompanimentId: string,
  { actionId, why, sure }: ProposeActionForm,
): Promise<void> => {
  const { accountId } = await findAccompanied(actor, accompanimentId);
  refuseCareless({ field: "why", text: why, sure });
  await propose(actor, { accountId, actionId, reason: why });
};

export const isOpenAction = (action: CollectiveAction): boolean =>
  action.cancelledAt === null && (lastDayOf(action) ?? today()) >= today();

const propose = async (
  actor: Member,
  { actionId, accountId, reason }: { actionId: string; accountId: string; reason: string | null },
): Promise<void> => {
  if (!isOpenAction(await findAction(actionId))) throw new Failure("conflict", "action-is-over");
  try {
    const proposed = await ParticipationModel.create({
      actionId,
      accountId,
      proposedBy: actor.accountId,
      reason,
      status: "proposed",
      statusAt: now(),
      acceptedAt: null,
      toldPlace: false,
      updatedAt: now(),
      effects: [owe("mail")],
    });
    await enqueue(settleJob("participations"), { id: proposed._id.toHexString() });
  } catch (error) {
    if (isDuplicate(error)) throw new Failure("conflict", "proposed-already");
    throw error;
  }
};
