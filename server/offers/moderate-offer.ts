import type { WaitingOffer } from "#client/offers/moderation-page.tsx";
import { oweAudit } from "#server/accounts/record-audit.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { findCompany } from "#server/companies/find-company.ts";
import { owe } from "#server/platform/effects.ts";
import { anyOf } from "#server/platform/filter.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { partReader } from "#server/platform/stored.ts";
import type { Company } from "#shared/companies/company.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { Offer } from "#shared/offers/offer.ts";
import { findManagedOffer } from "./find-offer.ts";
import { moveOffer } from "./move-offer.ts";
import { OfferModel } from "./offer-model.ts";
import { putOnline } from "./publish-offer.ts";

const longestQueue = 200;

/** Offers that wait for staff, oldest first, each with whether its company is verified. */
export const offersToModerate = async (): Promise<WaitingOffer[]> => {
  const pending = await OfferModel.find({ status: "pending" }, waiting.fields)
    .sort({ createdAt: 1 })
    .limit(longestQueue)
    .batchSize(longestQueue)
    .lean();
  const offers = pending.map(waiting.read);
  const ids = [...new Set(offers.map(({ companyId }) => companyId))];
  const known = await CompanyModel.find({ _id: anyOf(ids), status: "verified" }, { _id: 1 }).lean();
  const verified = new Set(known.map(({ _id }) => _id.toHexString()));
  return offers.map((offer) => ({ offer, verified: verified.has(offer.companyId) }));
};

const waiting = partReader(Offer, [
  "id",
  "title",
  "companyId",
  "companyName",
  "commune",
  "pay",
  "history",
  "createdAt",
]);

export const countPending = (companyId: string): Promise<number> =>
  OfferModel.countDocuments({ companyId, status: "pending" });

/** Publishes an offer that waits; its employer is told. */
export const approveOffer = async (actor: Member, offerId: string): Promise<Offer> => {
  const { offer, company } = await findPending(actor, offerId);
  const effects = [owe("mail", "published"), oweAudit("offer-published", actor)];
  const online = await putOnline(offer, { asked: offer, company, hand: "officer", by: actor.accountId, effects });
  sendSignal("staff", "moderation-changed", { offerId });
  return online;
};

/** Gives an offer back as a draft with what must change; its employer is told. */
export const refuseOffer = async (actor: Member, offerId: string, reason: string): Promise<Offer> => {
  const { offer } = await findPending(actor, offerId);
  const effects = [owe("mail", "refused"), oweAudit("offer-refused", actor)];
  const draft = await moveOffer(offer, { to: "draft", hand: "officer", by: actor.accountId, reason, effects });
  sendSignal("staff", "moderation-changed", { offerId });
  return draft;
};

/** An offer that waits, with its company. @throws conflict when somebody settled it first */
export const findPending = async (actor: Member, offerId: string): Promise<{ offer: Offer; company: Company }> => {
  const { offer, hand } = await findManagedOffer(actor, offerId);
  if (hand !== "officer") throw new Failure("missing", "missing-page");
  if (offer.status !== "pending") throw new Failure("conflict", "changed-meanwhile");
  return { offer, company: await findCompany(offer.companyId) };
};
