import { findExclusiveOffer } from "#server/offers/exclusive-find.ts";
import { today } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { newBatch, plainStep, takeStep } from "./move-positioning.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** Gives the company the names of those who said yes: one mail for all. @returns how many went */
export const submitShortList = async (
  actor: Member,
  offerId: string,
  positioningIds: readonly string[],
): Promise<{ submitted: number; left: number }> => {
  const offer = await findExclusiveOffer(offerId);
  if (!isOpen(offer, today())) throw new Failure("conflict", "offer-is-not-open");
  const chosen = await PositioningModel.find({
    _id: anyOf(positioningIds),
    offerId: offer.id,
    status: "consented",
  }).lean();
  const batch = newBatch();

  const submitted: string[] = [];
  for (const positioning of chosen.map(toPositioning)) {
    const went = await takeStep(positioning, {
      ...plainStep,
      to: "submitted",
      hand: "officer",
      by: actor.accountId,
      batch,
    }).catch(refusedAsNull);
    if (went) submitted.push(went.id);
  }
  for (const id of submitted) await enqueue(settleJob("positionings"), { id });
  if (submitted.length === 0) throw new Failure("conflict", "nobody-to-submit");
  return { submitted: submitted.length, left: positioningIds.length - submitted.length };
};

/** Someone who changed their mind in the same second stays behind; the others go. */
const refusedAsNull = (error: unknown): null => {
  if (error instanceof Failure && error.kind === "conflict") return null;
  throw error;
};
