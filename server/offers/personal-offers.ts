import { statusLabels } from "#client/offers/offer-words.ts";
import { nobody } from "#server/accounts/nobody.ts";
import type { Person, PersonalPart } from "#server/accounts/personal-part.ts";
import { isLastMember } from "#server/companies/personal-companies.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { addMonths } from "#shared/kernel/calendar.ts";
import { moveOffer } from "./move-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";

/** The proof that an employer asked for a publication may be asked of us as long as the offence lasts: six years. */
const proofMonths = 72;

/** Offers a person wrote or moved, and exclusive ones that were proposed to them. */
export const personalOffers: PersonalPart = {
  title: "Les offres que vous avez écrites",
  read: async ({ accountId }) => {
    const offers = await OfferModel.find({ $or: [{ createdBy: accountId }, { "history.by": accountId }] }).lean();
    return offers.map((offer) => ({
      Offre: offer.title,
      Numéro: offer.reference,
      État: statusLabels[offer.status],
      "Écrite le": offer.createdAt.toISOString(),
      "Vos gestes": offer.history
        .filter(({ by }) => by?.toHexString() === accountId)
        .map(({ at, to, reason }) => ({ Le: at.toISOString(), État: statusLabels[to], Raison: reason })),
      "Preuve de la demande de publication": offer.request && {
        Nom: offer.request.contactName,
        Le: offer.request.on,
      },
    }));
  },
  erase: async (person) => {
    const { accountId } = person;
    await OfferModel.updateMany({ positionedAccountIds: accountId }, { $pull: { positionedAccountIds: accountId } });
    if (await isLastMember(person)) await takeOffline(person);
    await OfferModel.updateMany({ createdBy: accountId }, { $set: { createdBy: nobody } });
    for (const { _id, history, version } of await OfferModel.find({ "history.by": accountId }).lean())
      await OfferModel.updateOne(
        { _id, version },
        {
          $set: {
            history: history.map((step) => (step.by?.toHexString() === accountId ? { ...step, by: null } : step)),
          },
        },
      );
  },
  forgetBefore: async () => {
    const old = { "request.on": lessThan(addMonths(today(), -proofMonths)) };
    return (await OfferModel.updateMany(old, { $set: { request: null } })).modifiedCount;
  },
};

/** Nobody is left to answer: what was never published goes, what is online is suspended. Exclusive offers are officers'. */
const takeOffline = async ({ companyId }: Person): Promise<void> => {
  const theirs = { companyId, exclusive: false };
  await OfferModel.deleteMany({ ...theirs, status: anyOf(["draft", "pending"] as const), publishedAt: null });
  for (const document of await OfferModel.find({ ...theirs, status: "published" }).lean())
    await moveOffer(toOffer(document), { to: "suspended", hand: "system", by: null, reason: "no-recruiter-left" });
};
