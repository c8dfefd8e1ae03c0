import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { extendedExpiry } from "#shared/offers/offer-life.ts";
import { canExtendOffer } from "#shared/offers/offer-rules.ts";
import { findManagedOffer } from "./find-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";

/** Keeps an offer open longer, as far as the rules let. */
export const extendOffer = async (actor: Member, offerId: string): Promise<Offer> => {
  const { offer } = await findManagedOffer(actor, offerId);
  if (!canExtendOffer(actor, offer)) throw new Failure("conflict", "offer-cannot-move");
  return extend(offer);
};

const purpose = "extend-offer";

/** The link of a reminder: it extends from this last day and no other, so pressing twice extends once. */
export const extensionLink = (offer: Pick<Offer, "id" | "expiresOn">): string =>
  `/prolonger/${signLink(purpose, `${offer.id}_${offer.expiresOn}`)}`;

/** What a reminder's link is about, and whether pressing it would still do something. */
export const readExtensionLink = async (token: string): Promise<{ offer: Offer; usable: boolean }> => {
  const [offerId = "", from = ""] = readLink(purpose, token)?.split("_") ?? [];
  const document = offerId ? await OfferModel.findById(offerId).lean() : null;
  if (!document) throw new Failure("missing", "missing-page");
  const offer = toOffer(document);
  return { offer, usable: offer.status === "published" && offer.expiresOn === from && from >= today() };
};

/** @throws conflict when the offer was closed, extended or over in the meantime */
export const extendByLink = async (token: string): Promise<Offer> => {
  const { offer, usable } = await readExtensionLink(token);
  if (!usable) throw new Failure("conflict", "link-was-used");
  return extend(offer);
};

const extend = async (offer: Offer): Promise<Offer> => {
  const expiresOn: Day = extendedExpiry(offer, today());
  if (expiresOn === offer.expiresOn) throw new Failure("conflict", "already-furthest");
  const extended = await OfferModel.findOneAndUpdate(
    { _id: offer.id, status: offer.status, expiresOn: offer.expiresOn },
    { $set: { expiresOn, updatedAt: now() }, $inc: { version: 1 }, $push: { effects: owe("index") } },
    { returnDocument: "after" },
  ).lean();
  if (!extended) throw new Failure("conflict", "changed-meanwhile");
  await enqueue(settleJob("offers"), { id: offer.id });
  return toOffer(extended);
};
