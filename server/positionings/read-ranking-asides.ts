import { newsWords } from "#client/positionings/news-words.ts";
import { shortName } from "#client/positionings/positioning-words.ts";
import type { CompanyPanelFacts, News } from "#client/positionings/ranking-asides.tsx";
import { findCompany } from "#server/companies/find-company.ts";
import { today } from "#server/platform/clock.ts";
import { atLeast } from "#server/platform/filter.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { namesOf } from "./describe-cards.ts";
import { PositioningModel } from "./positioning-model.ts";
import { StrongMatchModel, toStrongMatch } from "./strong-match-model.ts";

/** What an officer keeps in mind about a company while choosing people for it. */
export const readCompanyPanel = async (companyId: string): Promise<CompanyPanelFacts> => {
  const company = await findCompany(companyId);
  const since = new Date(`${today().slice(0, 4)}-01-01`);
  const here = { companyId, createdAt: atLeast(since) };
  const [positioned, hired, stillInPost] = await Promise.all([
    PositioningModel.countDocuments(here),
    PositioningModel.countDocuments({ ...here, "steps.status": "hired" }),
    PositioningModel.countDocuments({ ...here, status: "inPostM6" }),
  ]);
  return {
    id: company.id,
    name: company.name,
    contact: company.contacts.find(({ mayBeCalled }) => mayBeCalled) ?? company.contacts[0] ?? null,
    lastContactAt: company.lastContactAt,
    nextAction: company.nextAction,
    positioned,
    hired,
    stillInPost,
  };
};

const newsShown = 6;

/** The last steps on this offer and the last people found for it. */
export const readNews = async (offer: Offer, positionings: readonly Positioning[]): Promise<News[]> => {
  const found = (await StrongMatchModel.find({ offerId: offer.id }).sort({ foundAt: -1 }).limit(newsShown).lean()).map(
    toStrongMatch,
  );
  const people = await namesOf([...found, ...positionings].map(({ accountId }) => accountId));
  const nameOf = (accountId: string): string => {
    const person = people.get(accountId);
    return person ? shortName(person) : "Quelqu’un";
  };
  const steps = positionings.flatMap(({ accountId, steps: all }) =>
    all.map(({ status, at }) => ({ at, words: newsWords[status](nameOf(accountId), offer.companyName) })),
  );
  const matches = found.map(({ accountId, foundAt }) => ({
    at: foundAt,
    words: `${nameOf(accountId)} convient très bien`,
  }));
  return [...steps, ...matches].sort((one, other) => other.at.localeCompare(one.at)).slice(0, newsShown);
};
