import type { ListedExclusive } from "#client/offers/exclusive-list-page.tsx";
import { today } from "#server/platform/clock.ts";
import { anyOf, atLeast, lessThan } from "#server/platform/filter.ts";
import { partReader } from "#server/platform/stored.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { Offer } from "#shared/offers/offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";

const pageSize = 25;

/** @throws missing for an offer that is public: it is managed elsewhere */
export const findExclusiveOffer = async (offerId: string): Promise<Offer> => {
  const document = await OfferModel.findOne({ _id: offerId, exclusive: true }).lean();
  if (!document) throw new Failure("missing", "missing-page");
  return toOffer(document);
};

/** Those that may still be proposed, or those that are over; the newest first. */
export const listExclusiveOffers = async (
  state: "open" | "closed",
  page: number,
): Promise<ListPage<ListedExclusive>> => {
  const filter = state === "open" ? open() : { $or: over() };
  const [counts, offers] = await Promise.all([
    // Each alone is counted by its index, together they would be read.
    Promise.all((state === "open" ? [open()] : over()).map((part) => OfferModel.countDocuments(part))),
    OfferModel.find(filter, listed.fields)
      .sort({ createdAt: -1 })
      .skip((page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
  ]);
  return { items: offers.map(listed.read), total: counts.reduce((sum, count) => sum + count, 0), page, pageSize };
};

const listed = partReader(Offer, [
  "id",
  "title",
  "companyName",
  "commune",
  "contract",
  "pay",
  "posts",
  "positionedAccountIds",
  "expiresOn",
  "status",
]);

const open = () => ({
  exclusive: true,
  status: anyOf(["published", "suspended"] as const),
  expiresOn: atLeast(today()),
});

const over = () => [
  { exclusive: true, status: anyOf(["filled", "cancelled", "expired"] as const) },
  { exclusive: true, status: anyOf(["published", "suspended"] as const), expiresOn: lessThan(today()) },
];
