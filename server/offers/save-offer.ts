import { isDeepStrictEqual } from "node:util";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { OfferForm } from "#shared/offers/offer-contracts.ts";
import { canEditOffer } from "#shared/offers/offer-rules.ts";
import { findManagedOffer } from "./find-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { readOfferForm, type WrittenOffer } from "./read-offer-form.ts";

/** Changes an offer that has not been changed since the form was shown. A published one keeps its page. */
export const saveOffer = async (
  actor: Member,
  offerId: string,
  { version, ...form }: OfferForm & { version: number },
): Promise<Offer> => {
  const { offer } = await findManagedOffer(actor, offerId);
  if (!canEditOffer(actor, offer)) throw new Failure("conflict", "offer-not-editable");
  if (offer.version !== version) throw new Failure("conflict", "stale-form");
  return write(offer, readOfferForm(form, offer.expiresOn));
};

/** The form of a new offer sent a second time: nothing when it says the same, a correction while it is a draft. */
export const saveDraftAgain = async (offer: Offer, written: WrittenOffer): Promise<Offer> => {
  const says = Object.entries(written).every(([name, value]) => isDeepStrictEqual(offer[name as keyof Offer], value));
  if (says) return offer;
  if (offer.status !== "draft") throw new Failure("conflict", "already-sent");
  return write(offer, written);
};

/** A draft is in no index and fits nobody yet. */
const write = async (offer: Offer, written: WrittenOffer): Promise<Offer> => {
  const shown = offer.status !== "draft" && offer.status !== "pending";
  const saved = await OfferModel.findOneAndUpdate(
    { _id: offer.id, version: offer.version, status: offer.status },
    {
      $set: { ...written, updatedAt: now() },
      $inc: { version: 1 },
      ...(shown && { $push: { effects: { $each: [owe("index"), owe("match")] } } }),
    },
    { returnDocument: "after" },
  ).lean();
  if (!saved) throw new Failure("conflict", "stale-form");
  await enqueue(settleJob("offers"), { id: offer.id });
  return toOffer(saved);
};
