import { not } from "#server/platform/filter.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { plannedCall } from "#shared/positionings/positioning-board.ts";
import { tellScreens } from "./move-positioning.ts";
import { PositioningModel } from "./positioning-model.ts";

/** Adds the call at twelve months, once. The version stays: no form on the screen is made stale by it. */
export const planTwelveMonths = async (positioning: Positioning): Promise<void> => {
  const { id, startsOn } = positioning;
  if (startsOn === null) return;
  const planned = await PositioningModel.updateOne(
    { _id: id, startsOn, "followUps.kind": not("M12") },
    { $push: { followUps: plannedCall("M12", startsOn) } },
  );
  if (planned.modifiedCount > 0) tellScreens(positioning);
};
