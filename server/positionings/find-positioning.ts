import type { Actor } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { canSeePositioning } from "#shared/positionings/positioning-rules.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** @throws missing for one that is not there, or not for this actor */
export const findPositioning = async (actor: Actor, positioningId: string): Promise<Positioning> => {
  const positioning = await readPositioning(positioningId);
  if (!positioning || !canSeePositioning(actor, positioning)) throw new Failure("missing", "missing-page");
  return positioning;
};

/** For workers and signed links, which have no actor. */
export const readPositioning = async (positioningId: string): Promise<Positioning | null> => {
  const document = await PositioningModel.findById(positioningId).lean();
  return document && toPositioning(document);
};
