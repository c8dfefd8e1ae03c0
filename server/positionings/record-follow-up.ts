import { followUpResultLabels } from "#client/positionings/positioning-words.ts";
import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { now, today } from "#server/platform/clock.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { afterCall, type FollowUpHeard, inPostAt, nextFollowUp } from "#shared/positionings/positioning-board.ts";
import type { FollowUpForm } from "#shared/positionings/positioning-contracts.ts";
import { canRunPositionings } from "#shared/positionings/positioning-rules.ts";
import { positioningMayMove } from "#shared/positionings/positioning-transitions.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { findPositioning } from "./find-positioning.ts";
import { tellScreens } from "./move-positioning.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** Writes down a follow-up call: still there, ended early and why, or nobody answered. */
export const recordFollowUp = async (
  actor: Member,
  positioningId: string,
  typed: FollowUpForm,
): Promise<Positioning> => {
  const positioning = await findPositioning(actor, positioningId);
  if (!canRunPositionings(actor)) throw new Failure("missing", "missing-page");
  if (positioning.version !== typed.version) throw new Failure("conflict", "changed-meanwhile");
  const call = nextFollowUp(positioning);
  if (call?.kind !== typed.kind) throw new Failure("conflict", "follow-up-is-not-next");
  if ((typed.result === "endedEarly" || typed.mediation) && typed.note === null) throw wrongField("note", "required");
  refuseCareless({ field: "note", text: typed.note, sure: typed.sure });
  const to = statusAfter(positioning, typed);
  const at = now(); // one instant: a step later than the call would pass for an answer to the mediation it asks for

  const moved = await PositioningModel.findOneAndUpdate(
    { _id: positioningId, version: typed.version, status: positioning.status, "followUps.kind": typed.kind },
    {
      $set: {
        // This call alone: the one at twelve months may be planned in the same moment.
        "followUps.$": afterCall(call, heardIn(typed), { now: at.toISOString(), today: today() }),
        updatedAt: at,
        ...(to === positioning.status ? {} : { status: to, statusAt: at }),
      },
      $push: { steps: { status: to, at, by: actor.accountId, note: typed.note ?? unheard(typed) } },
      $inc: { version: 1 },
    },
    { returnDocument: "after" },
  ).lean();
  if (!moved) throw new Failure("conflict", "changed-meanwhile");
  tellScreens(positioning);
  return toPositioning(moved);
};

const unheard = ({ result }: FollowUpForm): string | null =>
  result === "unreachable" ? followUpResultLabels.unreachable : null;

const heardIn = ({ result, note, mediation }: FollowUpForm): FollowUpHeard => ({ result, note, mediation });

/**
 * A call that nobody answered leaves the state as it is; the next one says as much. Six months reached stay reached:
 * what the call at twelve months says is read on the call.
 */
const statusAfter = ({ status }: Positioning, { kind, result }: FollowUpForm): PositioningStatus => {
  if (result === "unreachable" || status === "inPostM6") return status;
  const to = result === "inPost" ? inPostAt[kind] : "endedEarly";
  if (!positioningMayMove({ from: status, to, hand: "officer" })) throw new Failure("conflict", "move-not-possible");
  return to;
};
