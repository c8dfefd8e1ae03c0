import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { type Effect, owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { type OfferHand, offerMayMove } from "#shared/offers/offer-transitions.ts";
import type { OfferStatus } from "#shared/offers/offer-words.ts";
import { type OfferDocument, OfferModel, toOffer } from "./offer-model.ts";

export type Move = {
  readonly to: OfferStatus;
  readonly hand: OfferHand;
  /** The account that acts; null for the system. */
  readonly by: string | null;
  readonly reason?: string | null;
  readonly also?: Partial<Pick<OfferDocument, "expiresOn" | "closingReason" | "request" | "publishedAt" | "sequence">>;
  /** Beside the index, which every move owes. */
  readonly effects?: readonly Effect[];
};

/** Moves an offer in one conditional update, by the table alone. @throws conflict when refused, or when the race was lost */
export const moveOffer = async (offer: Offer, move: Move): Promise<Offer> => {
  const { to, hand, by, reason = null, also = {}, effects = [] } = move;
  if (!offerMayMove({ from: offer.status, to, hand })) throw new Failure("conflict", "offer-cannot-move");
  const at = now();
  const moved = await OfferModel.findOneAndUpdate(
    { _id: offer.id, status: offer.status, expiresOn: offer.expiresOn },
    {
      $set: { ...also, status: to, updatedAt: at },
      $push: {
        history: { at, from: offer.status, to, by: by === null ? null : new Types.ObjectId(by), reason },
        effects: { $each: [owe("index"), ...effects] },
      },
      $inc: { version: 1 },
    },
    { returnDocument: "after" },
  ).lean();
  if (!moved) throw new Failure("conflict", "changed-meanwhile");
  await enqueue(settleJob("offers"), { id: offer.id });
  return toOffer(moved);
};
