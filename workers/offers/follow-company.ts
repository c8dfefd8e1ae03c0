import { CompanyModel, toCompany } from "#server/companies/company-model.ts";
import { moveOffer } from "#server/offers/move-offer.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { putOnline } from "#server/offers/publish-offer.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { not } from "#server/platform/filter.ts";
import type { Company } from "#shared/companies/company.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { OfferStatus } from "#shared/offers/offer-words.ts";
import type { PerformEffect } from "#workers/settle.ts";

/** What the offers of a company owe it: verified, they appear; refused, they go offline; renamed, they say so. */
export const followCompany: PerformEffect = async (companyId, news) => {
  const document = await CompanyModel.findById(companyId).lean();
  if (!document) return;
  const company = toCompany(document);
  if (news === "renamed") await rename(company);
  if (news === "verified" && company.status === "verified")
    await forEach(company, "pending", (offer) =>
      putOnline(offer, { asked: offer, company, hand: "system", by: null, effects: [owe("mail", "published")] }),
    );
  if (news === "refused" && company.status === "refused")
    await forEach(company, "published", (offer) =>
      moveOffer(offer, { to: "suspended", hand: "system", by: null, reason: "company-refused" }),
    );
};

/** One that its last day, or somebody else's hand, keeps from moving does not hold the others. */
const forEach = async (
  company: Company,
  status: OfferStatus,
  act: (offer: Offer) => Promise<unknown>,
): Promise<void> => {
  const offers = await OfferModel.find({ companyId: company.id, status }).lean();
  for (const offer of offers.map(toOffer))
    await act(offer).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
    });
};

const rename = async ({ id, name }: Company): Promise<void> => {
  const old = await OfferModel.find({ companyId: id, companyName: not(name) }, { _id: 1 }).lean();
  for (const { _id } of old) {
    await OfferModel.updateOne(
      { _id },
      { $set: { companyName: name, updatedAt: now() }, $inc: { version: 1 }, $push: { effects: owe("index") } },
    );
    await enqueue(settleJob("offers"), { id: _id.toHexString() });
  }
};
