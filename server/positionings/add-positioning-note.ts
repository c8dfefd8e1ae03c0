import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { now } from "#server/platform/clock.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import type { RemarkForm } from "#shared/positionings/positioning-contracts.ts";
import { findPositioning } from "./find-positioning.ts";
import { tellScreens } from "./move-positioning.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** Keeps what was said in the card's history; the state and its waiting time stay as they are. */
export const addPositioningNote = async (
  actor: Member,
  positioningId: string,
  { remark, sure }: RemarkForm,
): Promise<Positioning> => {
  const positioning = await findPositioning(actor, positioningId);
  refuseCareless({ field: "remark", text: remark, sure });
  const kept = await PositioningModel.findOneAndUpdate(
    { _id: positioningId, status: positioning.status },
    {
      $push: { steps: { status: positioning.status, at: now(), by: actor.accountId, note: remark } },
      $set: { updatedAt: now() },
    },
    { returnDocument: "after" },
  ).lean();
  if (!kept) throw new Failure("conflict", "changed-meanwhile");
  tellScreens(positioning);
  return toPositioning(kept);
};
