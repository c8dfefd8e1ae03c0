import { Types } from "mongoose";
import { newsWords } from "#client/positionings/news-words.ts";
import { shortName } from "#client/positionings/positioning-words.ts";
import type { CompanyPanelFacts, News } from "#client/positionings/ranking-asides.tsx";
import { findCompany } from "#server/companies/find-company.ts";
import { today } from "#server/platform/clock.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import type { StrongMatch } from "#shared/positionings/strong-match.ts";
import type { PersonName } from "./describe-cards.ts";
import { PositioningModel } from "./positioning-model.ts";
import { StrongMatchModel, toStrongMatch } from "./strong-match-model.ts";

/** What an officer keeps in mind about a company while choosing people for it. */
export const readCompanyPanel = async (companyId: string): Promise<CompanyPanelFacts> => {
  const [company, figures] = await Promise.all([findCompany(companyId), figuresOfYear(companyId)]);
  return {
    id: company.id,
    name: company.name,
    contact: company.contacts.find(({ mayBeCalled }) => mayBeCalled) ?? company.contacts[0] ?? null,
    lastContactAt: company.lastContactAt,
    nextAction: company.nextAction,
    ...figures,
  };
};

type YearFigures = Pick<CompanyPanelFacts, "positioned" | "hired" | "stillInPost">;

/** Of the people positioned there since January. */
const figuresOfYear = async (companyId: string): Promise<YearFigures> => {
  const since = new Date(`${today().slice(0, 4)}-01-01`);
  const [figures] = await PositioningModel.aggregate<YearFigures>([
    { $match: { companyId: new Types.ObjectId(companyId), createdAt: { $gte: since } } },
    {
      $group: {
        _id: null,
        positioned: { $sum: 1 },
        hired: { $sum: { $cond: [{ $in: ["hired", "$steps.status"] }, 1, 0] } },
        stillInPost: { $sum: { $cond: [{ $eq: ["$status", "inPostM6"] }, 1, 0] } },
      },
    },
  ]);
  const { positioned = 0, hired = 0, stillInPost = 0 } = figures ?? {};
  return { positioned, hired, stillInPost };
};

const newsShown = 6;

type Strong = { readonly last: readonly StrongMatch[]; readonly waiting: number };

/** The last people found for an offer, and how many of all wait for somebody to look. */
export const readStrongMatches = async (offerId: string): Promise<Strong> => {
  const found = await StrongMatchModel.find({ offerId }).sort({ foundAt: -1 }).limit(newsShown).lean();
  const waiting =
    found.length < newsShown
      ? found.filter(({ seenAt }) => !seenAt).length
      : await StrongMatchModel.countDocuments({ offerId, seenAt: null });
  return { last: found.map(toStrongMatch), waiting };
};

type Happened = {
  readonly positionings: readonly Positioning[];
  readonly found: readonly StrongMatch[];
  readonly people: ReadonlyMap<string, PersonName>;
};

/** The last steps on this offer and the last people found for it. */
export const newsOf = (offer: Offer, { positionings, found, people }: Happened): News[] => {
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
