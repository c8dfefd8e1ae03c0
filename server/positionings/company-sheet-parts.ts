import { companyPart } from "#client/positionings/company-part.tsx";
import { shortName } from "#client/positionings/positioning-words.ts";
import type { SheetParts } from "#server/companies/company-sheet-router.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { not } from "#server/platform/filter.ts";
import { describeCards, moment, namesOf } from "./describe-cards.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

const shownOffers = 12;
const shownCards = 20;

/** A company's offers and positionings, for its sheet: the companies' slice, being earlier, does not know them. */
export const companySheetParts: SheetParts = {
  more: async (companyId) => {
    const [offers, positionings, counts] = await Promise.all([
      OfferModel.find({ companyId, status: not("draft") })
        .sort({ createdAt: -1 })
        .limit(shownOffers)
        .lean(),
      PositioningModel.find({ companyId }).sort({ statusAt: -1 }).limit(shownCards).lean(),
      PositioningModel.find({ companyId }, { status: 1, steps: 1 }).lean(),
    ]);
    return companyPart({
      companyId,
      offers: offers.map(toOffer),
      cards: await describeCards(positionings.map(toPositioning)),
      results: counts.map(({ status, steps }) => ({ status, past: steps.map((step) => step.status) })),
      at: moment(),
    });
  },
  authors: async (accountIds) => {
    const people = await namesOf(accountIds);
    return new Map([...people].map(([id, person]) => [id, shortName(person)]));
  },
};
