import { type OfferDocument, OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { today } from "#server/platform/clock.ts";
import { atLeast } from "#server/platform/filter.ts";
import type { MatchOffer } from "#shared/matching/match-input.ts";
import { type OfferTable, offerTable } from "#shared/matching/offer-table.ts";
import { toMatchOffer } from "#shared/matching/project.ts";
import { isPublic } from "#shared/offers/offer-life.ts";
import { type LiveTable, liveTable, type Reading } from "./live-table.ts";

const read = (document: OfferDocument): Reading<MatchOffer> => {
  const offer = toOffer(document);
  return { id: offer.id, version: offer.version, row: isPublic(offer, today()) ? toMatchOffer(offer) : null };
};

async function* readAllOf(): AsyncIterable<Reading<MatchOffer>> {
  for (const document of await OfferModel.find(publicOffers(today())).lean()) yield read(document);
}

/** The offers anyone may find today, ready to be ranked. */
export const liveOfferTable: LiveTable<OfferTable> = liveTable<MatchOffer, OfferTable>({
  empty: () => offerTable(),
  all: readAllOf,
  changedSince: async (instant) => (await OfferModel.find({ updatedAt: atLeast(instant) }).lean()).map(read),
  count: () => OfferModel.countDocuments(publicOffers(today())),
});
