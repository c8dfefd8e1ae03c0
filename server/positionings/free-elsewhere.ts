import { anyOf, not } from "#server/platform/filter.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { plainStep, takeStep } from "./move-positioning.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { underWayStatuses } from "./under-way.ts";

/** Someone is hired: every other card of theirs under way stops waiting for them. */
export const freeElsewhere = async (positioningId: string): Promise<void> => {
  const hired = await PositioningModel.findById(positioningId, { accountId: 1, startsOn: 1 }).lean();
  if (!hired?.startsOn) return;
  const others = await PositioningModel.find({
    _id: not(hired._id),
    accountId: hired.accountId,
    status: anyOf(underWayStatuses),
  }).lean();
  for (const other of others.map(toPositioning))
    await takeStep(other, { ...plainStep, to: "placedElsewhere", hand: "system", by: null }).catch(leaveIfMoved);
};

/** A hand that moved it in the same second knows better; the table lets a few states stand. */
const leaveIfMoved = (error: unknown): void => {
  if (!(error instanceof Failure) || error.kind !== "conflict") throw error;
};
