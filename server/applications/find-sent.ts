import type { Sent } from "#client/offers/offer-page.tsx";
import type { Actor } from "#shared/kernel/actor.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { ApplicationModel, toApplication } from "./application-model.ts";

/** The application that a candidate already sent for an offer, whatever became of it. */
export const findSent = async (actor: Actor, offer: { readonly id: string }): Promise<Sent | null> => {
  if (actor.role !== "candidate") return null;
  const sent = await ApplicationModel.findOne({ offerId: offer.id, accountId: actor.accountId }).lean();
  return sent && { id: sent._id.toHexString(), on: dayOf(new Date(toApplication(sent).createdAt)) };
};
