import { today } from "#server/platform/clock.ts";
import { anyOf, atLeast, lessThan } from "#server/platform/filter.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";

const pageSize = 25;

/** @throws missing for an offer that is public: it is managed elsewhere */
export const findExclusiveOffer = async (offerId: string): Promise<Offer> => {
  const document = await OfferModel.findOne({ _id: offerId, exclusive: true }).lean();
  if (!document) throw new Failure("missing", "missing-page");
  return toOffer(document);
};

/** Those that may still be proposed, or those that are over; the newest first. */
export const listExclusiveOffers = async (state: "open" | "closed", page: number): Promise<ListPage<Offer>> => {
  const filter = state === "open" ? open() : over();
  const [total, offers] = await Promise.all([
    OfferModel.countDocuments(filter),
    OfferModel.find(filter)
      .sort({ createdAt: -1 })
      .skip((page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
  ]);
  return { items: offers.map(toOffer), total, page, pageSize };
};

const open = () => ({
  exclusive: true,
  status: anyOf(["published", "suspended"] as const),
  expiresOn: atLeast(today()),
});

const over = () => ({
  exclusive: true,
  $or: [
    { status: anyOf(["filled", "cancelled", "expired"] as const) },
    { status: anyOf(["published", "suspended"] as const), expiresOn: lessThan(today()) },
  ],
});
