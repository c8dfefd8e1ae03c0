import { owe } from "#server/platform/effects.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { closedAs } from "#shared/offers/offer-transitions.ts";
import type { ClosingReason } from "#shared/offers/offer-words.ts";
import { findManagedOffer } from "./find-offer.ts";
import { moveOffer } from "./move-offer.ts";
import { OfferModel } from "./offer-model.ts";

/** Takes an offer offline for a while. */
export const suspendOffer = async (actor: Member, offerId: string): Promise<Offer> => {
  const { offer, hand } = await findManagedOffer(actor, offerId);
  return moveOffer(offer, { to: "suspended", hand, by: actor.accountId });
};

/** Takes a pending offer back from staff, to change it in peace. */
export const withdrawOffer = async (actor: Member, offerId: string): Promise<Offer> => {
  const { offer, hand } = await findManagedOffer(actor, offerId);
  return moveOffer(offer, { to: "draft", hand, by: actor.accountId });
};

/** The end of an offer; why tells a job found from a job abandoned. Its candidates are told by `closed`. */
export const closeOffer = async (actor: Member, offerId: string, reason: ClosingReason): Promise<Offer> => {
  const { offer, hand } = await findManagedOffer(actor, offerId);
  const also = { closingReason: reason };
  return moveOffer(offer, { to: closedAs(reason), hand, by: actor.accountId, reason, also, effects: [owe("closed")] });
};

/** Only what nobody but its author ever saw can vanish. */
export const deleteDraft = async (actor: Member, offerId: string): Promise<void> => {
  const { offer } = await findManagedOffer(actor, offerId);
  if (offer.status !== "draft" || offer.publishedAt !== null) throw new Failure("conflict", "offer-not-deletable");
  const deleted = await OfferModel.deleteOne({ _id: offerId, status: "draft", publishedAt: null });
  if (deleted.deletedCount === 0) throw new Failure("conflict", "changed-meanwhile");
};
